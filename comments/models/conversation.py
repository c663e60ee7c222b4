"""The conversation under one article. It outlives its page: what was said is not lost when an article is deleted."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Conversation(models.Model):
    """Where comments on one page stand. Whoever adds one locks this row, so that no two get one place."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        PAUSED = "paused", _("Paused: readable, new comments later")
        CLOSED = "closed", _("Closed: readable, no new comments")

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.PROTECT, related_name="+", verbose_name=_("community")
    )
    page = models.OneToOneField(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="conversation", verbose_name=_("page")
    )
    title = models.CharField(_("title of the page"), max_length=255, help_text=_("Stays when the page is deleted."))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    closes_after_days = models.PositiveSmallIntegerField(
        _("closes after days"), null=True, blank=True, help_text=_("Since the article was published. Empty: as usual.")
    )
    newest_seq = models.PositiveIntegerField(_("newest place"), default=0, editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now)

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")

    def __str__(self):
        return self.title
