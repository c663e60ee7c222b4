"""That an author had read the rules and agreed, in the version that stood before them (DESIGN.md, M1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RulesAcceptance(models.Model):
    """One for each comment, older than it. ``asked`` says whether this submission asked, or an earlier one had."""

    comment = models.OneToOneField(
        "comments.Comment", on_delete=models.CASCADE, related_name="acceptance", verbose_name=_("comment")
    )
    version = models.ForeignKey(
        "consent.TextVersion", on_delete=models.PROTECT, related_name="+", verbose_name=_("rules")
    )
    accepted_at = models.DateTimeField(_("accepted"))
    was_asked = models.BooleanField(_("asked in this submission"), default=True)
    privacy_digest = models.CharField(_("digest of the privacy policy"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("acceptance of the rules")
        verbose_name_plural = _("acceptances of the rules")

    def __str__(self):
        return f"{self.comment_id}: {self.version_id}"
