"""Issues of a newsletter: what is new on a topic, for those who asked for it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NewsletterIssue(models.Model):
    """One issue for one purpose. Its articles are looked up by their ids when it is sent."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PLANNED = "planned", _("Planned")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        CANCELLED = "cancelled", _("Cancelled")

    purpose = models.ForeignKey(
        "consent.Purpose", on_delete=models.PROTECT, related_name="issues", verbose_name=_("purpose")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    introduction = models.TextField(_("introduction"), max_length=600, blank=True)
    articles = models.JSONField(_("articles"), default=list, help_text=_("Ids of pages, in their order."))
    since = models.DateTimeField(_("news since"))
    until = models.DateTimeField(_("news until"))
    send_at = models.DateTimeField(_("goes out"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("made by")
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    queued_up_to = models.PositiveBigIntegerField(_("queued up to consent"), default=0)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("newsletter issue")
        verbose_name_plural = _("newsletter issues")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.purpose}, {self.created_at:%Y-%m-%d}"
