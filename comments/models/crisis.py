"""Somebody may be in danger: a case with a clock, that one moderator handles and another signs off (DESIGN.md, M7)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CrisisCase(models.Model):
    """One case for each comment, open until two people have signed. It outlives the comment, without its words.

    ``earlier`` keeps how the case stood before, each time that new words of danger opened it once more.
    """

    comment = models.OneToOneField(
        "comments.Comment", null=True, on_delete=models.SET_NULL, related_name="crisis", verbose_name=_("comment")
    )
    comment_ref = models.PositiveBigIntegerField(_("number of the comment"), db_index=True)
    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    notified_at = models.DateTimeField(_("on-call address told"), null=True)
    notices = models.PositiveSmallIntegerField(
        _("notices"), default=0, help_text=_("1: told, 2 and 3: reminded, since nobody had seen it.")
    )
    telling_until = models.DateTimeField(_("is being told until"), null=True)
    seen_at = models.DateTimeField(_("first seen"), null=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("first seen by"),
    )
    handled_at = models.DateTimeField(_("handled"), null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("handled by")
    )
    what_was_done = models.TextField(_("what was done"), max_length=2000, blank=True)
    signed_off_at = models.DateTimeField(_("signed off"), null=True)
    signed_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("signed off by"),
    )
    earlier = models.JSONField(_("how it stood before"), default=list, blank=True)

    class Meta:
        verbose_name = _("crisis case")
        verbose_name_plural = _("crisis cases")
        ordering = ["opened_at"]
        indexes = [
            models.Index(fields=["seen_at", "opened_at"], name="crisis_unseen"),
            models.Index(fields=["comment"], condition=Q(handled_at=None), name="cases_not_handled"),
        ]

    def __str__(self):
        return f"{self.comment_ref}: {self.opened_at:%Y-%m-%d %H:%M}"

    @property
    def is_closed(self) -> bool:
        """Whether two people have signed."""
        return self.signed_off_at is not None

    @property
    def minutes_until_seen(self) -> int | None:
        """The clock: whole minutes from opening until somebody looked; None if nobody has."""
        return int((self.seen_at - self.opened_at).total_seconds() // 60) if self.seen_at else None
