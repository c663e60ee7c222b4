"""Words that people agree to, published once and never changed: policies, notices, purposes.

A table of its own with triggers, like a ledger: whoever wants to know what somebody saw finds it by its digest.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.versions.digest import text_digest
from portal.models import LedgerEntry


class Change(models.TextChoices):
    """What the editor says of a change."""

    MATERIAL = "material", _("Material: people who agreed before are asked again")
    EDITORIAL = "editorial", _("Editorial: a typo, a clearer word")


class TextVersion(LedgerEntry):
    """One version of one text in one language. ``asks_since`` is the newest version that asks people again."""

    class Kind(models.TextChoices):
        PRIVACY = "privacy", _("Privacy policy")
        TERMS = "terms", _("Terms of use")
        HEALTH_DATA = "health-data", _("Consumer health data policy")
        RULES = "rules", _("Community rules")
        NOTICE = "notice", _("Notice")
        PURPOSE = "purpose", _("Purpose")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    code = models.CharField(_("code"), max_length=50, blank=True, help_text=_("Which notice or purpose."))
    site_id = models.PositiveBigIntegerField(_("community"))
    community = models.CharField(_("name of the community"), max_length=255, blank=True)
    language = models.CharField(_("language"), max_length=10)
    version = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=255)
    content = models.JSONField(_("content"), default=dict, help_text=_("The parts of the text, for showing it."))
    text = models.TextField(_("canonical text"))
    digest = models.CharField(_("digest"), max_length=80, db_index=True)
    is_material = models.BooleanField(_("material change"), help_text=_("People who agreed before are asked again."))
    asks_since = models.PositiveIntegerField(_("asks again since version"))
    what_changed = models.TextField(_("what changed"), blank=True)
    published_at = models.DateTimeField(_("in force since"), default=timezone.now)
    published_by = models.PositiveBigIntegerField(_("account"), null=True)

    class Meta(LedgerEntry.Meta):
        verbose_name = _("published text")
        verbose_name_plural = _("published texts")
        constraints = [
            models.UniqueConstraint(
                fields=["site_id", "kind", "code", "language", "version"], name="one_text_a_version"
            )
        ]

    def faults(self) -> list[str]:
        """A digest that is not that of the text: the forms that showed it would prove other words."""
        own = text_digest(self.kind, self.code, self.language, self.text)
        return [] if self.digest == own else ["its digest is not that of its text"]


class InForce(models.Model):
    """Which version of a text holds now. A text that is no longer offered has no row."""

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=TextVersion.Kind.choices)
    code = models.CharField(_("code"), max_length=50, blank=True)
    language = models.CharField(_("language"), max_length=10)
    version = models.ForeignKey(TextVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("version"))

    class Meta:
        verbose_name = _("text in force")
        verbose_name_plural = _("texts in force")
        constraints = [models.UniqueConstraint(fields=["site", "kind", "code", "language"], name="one_text_in_force")]

    def __str__(self):
        return f"{self.kind} {self.code} {self.language}: {self.version}"
