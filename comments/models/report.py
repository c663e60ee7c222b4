"""Somebody thinks that a comment breaks the rules. What it said then is kept with the report."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.keys.indexes import INDEX_LENGTH

LONGEST = 1000


class Report(models.Model):
    """One report. ``reporter`` is a keyed hash of a network or a commenter: it counts, and names nobody."""

    class Category(models.TextChoices):
        DANGER = "danger", _("Somebody may be in danger")
        WRONG_ADVICE = "advice", _("Dangerous or false medical advice")
        ABUSE = "abuse", _("Abuse or hatred")
        PRIVATE = "private", _("Private facts about somebody")
        SPAM = "spam", _("Advertising or spam")
        OTHER = "other", _("Something else")

    class Outcome(models.TextChoices):
        OPEN = "open", _("Not looked at yet")
        UPHELD = "upheld", _("Right")
        REFUSED = "refused", _("The comment stays")

    comment = models.ForeignKey(
        "comments.Comment", on_delete=models.CASCADE, related_name="reports", verbose_name=_("comment")
    )
    revision = models.PositiveSmallIntegerField(_("revision"))
    category = models.CharField(_("what is wrong"), max_length=10, choices=Category.choices)
    words = models.TextField(_("in your words"), max_length=LONGEST, blank=True)
    snapshot = models.TextField(_("the comment as it was"))
    reporter = models.CharField(_("reporter, keyed"), max_length=INDEX_LENGTH, db_index=True)
    commenter = models.ForeignKey(
        "comments.Commenter", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("reporter")
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled"), null=True)
    decision_number = models.PositiveBigIntegerField(_("decision"), null=True)

    class Meta:
        verbose_name = _("report of a comment")
        verbose_name_plural = _("reports of comments")
        constraints = [
            models.UniqueConstraint(fields=["comment", "revision", "reporter"], name="one_report_a_reporter")
        ]
        indexes = [models.Index(fields=["comment"], condition=Q(outcome="open"), name="reports_open")]

    def __str__(self):
        return f"{self.get_category_display()} ({self.comment_id})"
