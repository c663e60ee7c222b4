"""The outbox. A row says to whom and why, never what: address and text are made when the mail is sent."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """One mail to one person. Two rows never have one ``idempotency_key``."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        DROPPED = "dropped", _("Not sent: no longer wanted or allowed")
        FAILED = "failed", _("Failed")
        UNCERTAIN = "uncertain", _("Perhaps sent: the sender was stopped in the act")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("letter"), max_length=40)
    idempotency_key = models.CharField(_("idempotency key"), max_length=120, unique=True)
    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    language = models.CharField(_("language"), max_length=10)
    request = models.ForeignKey(
        "consent.Request", null=True, on_delete=models.SET_NULL, related_name="mails", verbose_name=_("request")
    )
    contact = models.ForeignKey(
        "consent.Contact", null=True, on_delete=models.SET_NULL, related_name="mails", verbose_name=_("contact")
    )
    subject_id = models.CharField(
        _("about"), max_length=40, blank=True, help_text=_("Id of what the letter is about: an issue, an entry.")
    )
    priority = models.PositiveSmallIntegerField(_("priority"), default=5, help_text=_("The lowest goes first."))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    reason = models.CharField(_("why it was not sent"), max_length=60, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    handovers = models.PositiveSmallIntegerField(
        _("times handed to the server"), default=0, help_text=_("Those that it took, or may have taken.")
    )
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    lease = models.UUIDField(_("lease"), null=True)
    leased_until = models.DateTimeField(_("leased until"), null=True)
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled"), null=True)
    provider_id = models.CharField(_("the provider's name for it"), max_length=255, blank=True, db_index=True)

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        indexes = [
            models.Index(fields=["state", "priority", "due_at"], name="mail_due"),
            models.Index(fields=["kind", "subject_id", "state"], name="mail_by_subject"),
        ]

    def __str__(self):
        return f"{self.kind} {self.pk}"

    @property
    def message_id(self) -> str:
        """The same however often it is sent (RFC 5322, section 3.6.4): programs show a duplicate once."""
        return f"<{self.pk}@{self.site.hostname}>"


class MailEvent(models.Model):
    """A report of the mail provider that was carried out. The constraint makes a report that comes twice count once."""

    event_id = models.CharField(_("the provider's number"), max_length=255, unique=True)
    kind = models.CharField(_("kind"), max_length=40)
    mail = models.ForeignKey(
        OutgoingMail, null=True, on_delete=models.SET_NULL, related_name="events", verbose_name=_("mail")
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now)

    class Meta:
        verbose_name = _("report of the mail provider")
        verbose_name_plural = _("reports of the mail provider")

    def __str__(self):
        return f"{self.kind}, {self.received_at:%Y-%m-%d}"
