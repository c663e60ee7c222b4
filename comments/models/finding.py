"""What a detector found in one wording of a comment. Whether it was right is told by the decision that followed."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Finding(models.Model):
    """A span of the text, by characters: ``start`` is the first, ``end`` the one after the last."""

    class Category(models.TextChoices):
        CRISIS = "crisis", _("Somebody may be in danger")
        ADVERSE_EVENT = "adverse-event", _("Possible side effect of a product")
        PERSONAL_DATA = "personal-data", _("Personal data")
        LINK = "link", _("Link")
        PROMOTION = "promotion", _("Promotion or sale")
        DOSAGE = "dosage", _("Advice on doses or on stopping a treatment")
        ABUSE = "abuse", _("Abuse")
        SHOUTING = "shouting", _("Shouting")
        REPEAT = "repeat", _("Said before")
        FAILURE = "failure", _("Not screened: look closely")
        OTHER = "other", _("Other")

    comment = models.ForeignKey(
        "comments.Comment", on_delete=models.CASCADE, related_name="findings", verbose_name=_("comment")
    )
    revision = models.PositiveSmallIntegerField(_("revision"))
    detector = models.CharField(_("detector"), max_length=40)
    version = models.PositiveSmallIntegerField(_("version of the detector"))
    category = models.CharField(_("category"), max_length=15, choices=Category.choices)
    reason = models.CharField(_("reason"), max_length=200)
    start = models.PositiveIntegerField(_("begins at"))
    end = models.PositiveIntegerField(_("ends before"))
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["comment", "start", "pk"]
        indexes = [
            models.Index(fields=["detector", "found_at"], name="finding_by_detector"),
            models.Index(fields=["found_at"], name="finding_by_time"),
        ]

    def __str__(self):
        return f"{self.detector}: {self.reason}"
