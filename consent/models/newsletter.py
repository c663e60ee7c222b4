"""Issues of a newsletter: what is new on a topic, for those who asked for it."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IssueQuerySet(models.QuerySet):
    """Issues."""

    def begun_since(self, moment: datetime) -> "IssueQuerySet":
        """Those that began to go out after ``moment``, stopped ones among them: somebody got them."""
        return self.filter(started_at__gt=moment)

    def in_the_making(self) -> "IssueQuerySet":
        """Those that nobody got yet and somebody may get."""
        return self.filter(state__in=NewsletterIssue.CHANGES_IN)


class NewsletterIssue(models.Model):
    """One issue for one purpose. Its articles are looked up by their ids when each mail is written."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PLANNED = "planned", _("Planned")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        CANCELLED = "cancelled", _("Cancelled")

    CHANGES_IN = (State.DRAFT, State.PLANNED)  # what may still be edited
    GOES_OUT_IN = (State.SENDING, State.SENT)  # mail of it may leave

    purpose = models.ForeignKey(
        "consent.Purpose", on_delete=models.PROTECT, related_name="issues", verbose_name=_("purpose")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    introductions = models.JSONField(_("introductions"), default=dict, help_text=_("A text for each language."))
    articles = models.JSONField(_("articles"), default=list, help_text=_("Ids of pages, in their order."))
    since = models.DateTimeField(_("news since"))
    until = models.DateTimeField(_("news until"))
    send_at = models.DateTimeField(_("goes out"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("made by"),
        help_text=_("Empty: made by itself, in the rhythm of its purpose."),
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    started_at = models.DateTimeField(_("began to go out"), null=True, blank=True)
    queued_up_to = models.PositiveBigIntegerField(_("queued up to consent"), default=0)
    is_queued = models.BooleanField(_("everybody is queued"), default=False)
    recipients = models.PositiveIntegerField(_("recipients"), default=0)
    sent = models.PositiveIntegerField(_("sent"), default=0, help_text=_("As counted at the end."))
    left_out = models.PositiveIntegerField(_("left out"), default=0, help_text=_("No longer wanted or allowed."))
    failed = models.PositiveIntegerField(_("failed"), default=0)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("newsletter issue")
        verbose_name_plural = _("newsletter issues")
        ordering = ["-created_at", "-pk"]
        permissions = [("send_newsletter", _("Can compose and send newsletters"))]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose"], condition=Q(state__in=["draft", "planned"]), name="one_issue_in_the_making"
            )
        ]

    def __str__(self):
        return f"{self.purpose}, {self.created_at:%Y-%m-%d}"

    @property
    def may_change(self) -> bool:
        """Whether its words and articles may still be changed."""
        return self.state in self.CHANGES_IN
