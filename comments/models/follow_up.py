"""Somebody wants mail about new comments of one conversation, gathered, and can stop it with one click."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FollowUp(models.Model):
    """One wish. ``told_until`` is when the newest comment was published that they were told of."""

    conversation = models.ForeignKey(
        "comments.Conversation", on_delete=models.CASCADE, related_name="follow_ups", verbose_name=_("conversation")
    )
    contact = models.ForeignKey(
        "consent.Contact", on_delete=models.CASCADE, related_name="follow_ups", verbose_name=_("contact")
    )
    told_until = models.DateTimeField(_("told of comments until"), default=timezone.now)
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    stopped_at = models.DateTimeField(_("stopped"), null=True)

    class Meta:
        verbose_name = _("follow-up of a conversation")
        verbose_name_plural = _("follow-ups of conversations")
        indexes = [models.Index(fields=["conversation", "stopped_at"], name="follow_ups_of_one")]

    def __str__(self):
        return f"{self.conversation_id}: {self.contact_id}"
