"""Errors that readers report, and what became of each. No address is asked for and none is kept."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_PASSAGE = 600  # characters
LONGEST_MESSAGE = 2000
LONGEST_REASON = 1000
LONGEST_NOTE = 400


class CorrectionReport(models.Model):
    """Somebody says that a passage of a version of an article is wrong."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("Open")
        UNFOUNDED = "unfounded", _("Nothing to correct")
        WORDING = "wording", _("Corrected, the meaning is the same")
        MEANING = "meaning", _("Corrected, the meaning changes")

    article = models.ForeignKey(
        "articles.ArticlePage",
        null=True,
        on_delete=models.SET_NULL,
        related_name="correction_reports",
        verbose_name=_("article"),
    )
    article_title = models.CharField(_("title"), max_length=255)
    digest = models.CharField(_("version"), max_length=80, blank=True)
    passage = models.TextField(_("passage"), max_length=LONGEST_PASSAGE, blank=True)
    message = models.TextField(_("what is wrong"), max_length=LONGEST_MESSAGE)
    reported_at = models.DateTimeField(_("reported"), auto_now_add=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, default=Outcome.OPEN)
    reason = models.TextField(_("reason"), max_length=LONGEST_REASON, blank=True)
    public_note = models.TextField(_("note for readers"), max_length=LONGEST_NOTE, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    handled_at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        ordering = ["reported_at", "pk"]
        verbose_name = _("report of an error")
        verbose_name_plural = _("reports of errors")
        indexes = [models.Index(fields=["outcome", "reported_at"], name="correction_by_outcome")]

    def __str__(self):
        return f"{self.article_title}: {self.message[:60]}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.outcome == self.Outcome.OPEN
