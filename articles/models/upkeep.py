"""What keeps reviews current: reminders, each sent once, and a count for each day."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewReminder(models.Model):
    """A reminder that went out. The constraint makes two runs at the same moment send one."""

    class Kind(models.TextChoices):
        AHEAD = "ahead", _("Due soon")
        OVERDUE = "overdue", _("Overdue")

    decision_number = models.PositiveBigIntegerField(_("decision"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("to"))
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)

    class Meta:
        verbose_name = _("review reminder")
        verbose_name_plural = _("review reminders")
        constraints = [
            models.UniqueConstraint(fields=["decision_number", "kind", "user"], name="one_reminder_each"),
        ]

    def __str__(self):
        return f"{self.user}: {self.decision_number}, {self.kind}"


class CoverageDay(models.Model):
    """How many articles of a community stood in which state of review at the end of a day."""

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    day = models.DateField(_("day"))
    current = models.PositiveIntegerField(_("current"), default=0)
    due_soon = models.PositiveIntegerField(_("due soon"), default=0)
    overdue = models.PositiveIntegerField(_("overdue"), default=0)
    changed = models.PositiveIntegerField(_("changed since review"), default=0)
    unreviewed = models.PositiveIntegerField(_("not reviewed"), default=0)

    class Meta:
        ordering = ["site", "day"]
        verbose_name = _("day of coverage")
        verbose_name_plural = _("days of coverage")
        constraints = [models.UniqueConstraint(fields=["site", "day"], name="one_coverage_a_day")]

    def __str__(self):
        return f"{self.site}, {self.day}"

    @property
    def total(self) -> int:
        """Articles that need a review."""
        return self.current + self.due_soon + self.overdue + self.changed + self.unreviewed
