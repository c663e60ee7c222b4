"""An author asks for a second look. Once for each comment, and by somebody who did not decide before."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 2000


class Appeal(models.Model):
    """One appeal."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("Not heard yet")
        UPHELD = "upheld", _("The decision stands")
        OVERTURNED = "overturned", _("The decision was changed")
        MOOT = "moot", _("The comment was withdrawn")

    comment = models.OneToOneField(
        "comments.Comment", on_delete=models.CASCADE, related_name="appeal", verbose_name=_("comment")
    )
    decision_number = models.PositiveBigIntegerField(_("against decision"))
    words = models.TextField(_("why"), max_length=LONGEST)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("heard by")
    )
    heard_at = models.DateTimeField(_("heard"), null=True)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["made_at"]

    def __str__(self):
        return f"{self.comment_id}: {self.get_outcome_display()}"
