"""What an address may be used for: one purpose, one box (GDPR, article 6 (1) (a) and recital 32; DESIGN.md, C2)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel


class Purpose(ClusterableModel):
    """One purpose of one community. Its words are published as versions: see ``consent.versions``."""

    class Kind(models.TextChoices):
        NEWSLETTER = "newsletter", _("Newsletter")
        COMMENTS = "comments", _("Identity of a commenter")
        FOLLOW_UPS = "follow-ups", _("Follow-ups of one conversation")

    class Rhythm(models.TextChoices):
        NONE = "none", _("Only when somebody sends it")
        WEEKLY = "weekly", _("Every week")
        FORTNIGHTLY = "fortnightly", _("Every two weeks")
        MONTHLY = "monthly", _("Every month")

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    code = models.SlugField(_("code"), max_length=50, help_text=_("Short name in the ledger. Never changes."))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NEWSLETTER)
    topic = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("topic"),
        help_text=_("A newsletter on one topic. Empty: on everything in the community."),
    )
    most_a_month = models.PositiveSmallIntegerField(
        _("mails a month, at most"), default=2, help_text=_("What the words promise, and what is kept to.")
    )
    rhythm = models.CharField(
        _("goes out by itself"),
        max_length=12,
        choices=Rhythm.choices,
        default=Rhythm.NONE,
        help_text=_("An issue with what is new is made a day ahead, so that an editor may look at it or cancel it."),
    )
    weekday = models.PositiveSmallIntegerField(_("on"), choices=Weekday.choices, default=Weekday.TUESDAY)
    is_offered = models.BooleanField(_("offered"), default=True, help_text=_("Whether readers may still choose it."))
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("purpose")
        verbose_name_plural = _("purposes")
        ordering = ["site", "sort_order", "pk"]
        constraints = [models.UniqueConstraint(fields=["site", "code"], name="one_purpose_a_code")]

    def __str__(self):
        return self.code

    @property
    def published_texts(self):
        """Every version of its words, in all languages, the newest first."""
        from consent.versions.purposes import versions_of  # noqa: PLC0415 - reads these models

        return versions_of(self)


class PurposeWords(models.Model):
    """The words of a purpose in one language, as the editor last wrote them."""

    purpose = ParentalKey(Purpose, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    label = models.CharField(
        _("words beside the box"),
        max_length=200,
        help_text=_("What a person agrees to, for example: new articles on multiple myeloma, up to twice a month."),
    )

    panels = [FieldPanel("language"), FieldPanel("label")]

    class Meta:
        verbose_name = _("words of a purpose")
        verbose_name_plural = _("words of purposes")
        constraints = [models.UniqueConstraint(fields=["purpose", "language"], name="one_wording_a_language")]

    def __str__(self):
        return self.label
