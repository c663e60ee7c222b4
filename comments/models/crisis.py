"""Somebody may be in danger: a case with a clock, that one moderator handles and another signs off (DESIGN.md, M7)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CrisisCase(models.Model):
    """One case for each comment. It is open until two people have signed."""

    comment = models.OneToOneField(
        "comments.Comment", on_delete=models.CASCADE, related_name="crisis", verbose_name=_("comment")
    )
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    notified_at = models.DateTimeField(_("on-call address told"), null=True)
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

    class Meta:
        verbose_name = _("crisis case")
        verbose_name_plural = _("crisis cases")
        ordering = ["opened_at"]
        indexes = [models.Index(fields=["comment"], condition=Q(handled_at=None), name="cases_not_handled")]

    def __str__(self):
        return f"{self.comment_id}: {self.opened_at:%Y-%m-%d %H:%M}"

    @property
    def is_closed(self) -> bool:
        """Whether two people have signed."""
        return self.signed_off_at is not None
