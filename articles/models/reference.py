"""The shared library of references. Articles cite an entry by its key: ``[[ref:key]]``."""

from operator import attrgetter

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from articles.library.identifiers import DOI_PATTERN, plain_doi, plain_pmid

LONGEST_DOI = 200  # characters
LONGEST_STATUS_NOTE = 300
KEY_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"

validate_key = RegexValidator(
    rf"\A{KEY_PATTERN}\Z", _("Use small letters, digits and single hyphens, for example moreau-2021.")
)
validate_doi = RegexValidator(
    rf"\A{DOI_PATTERN}\Z", _("Write the DOI alone, for example 10.1016/S1470-2045(20)30756-7.")
)
validate_pmid = RegexValidator(r"\A[1-9]\d{0,8}\Z", _("A PMID is a number of up to nine digits."))


def validate_has_letter(key: str) -> None:
    """Raises ``ValidationError`` for a key of digits alone: such keys stand for numbers not yet tied to a source."""
    if key.isdigit():
        raise ValidationError(_("A key needs at least one letter: numbers alone mark citations without a source."))


class DoiField(models.CharField):
    """A DOI. An address of the resolver is reduced to the DOI itself when the field is cleaned."""

    def to_python(self, value):
        return plain_doi(super().to_python(value) or "")

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class PmidField(models.CharField):
    """A PMID. The address of the record at PubMed is reduced to the number when the field is cleaned."""

    def to_python(self, value):
        return plain_pmid(super().to_python(value) or "")

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def formfield(self, **kwargs):
        return super().formfield(max_length=100, **kwargs)  # room for a pasted address


class Reference(index.Indexed, models.Model):
    """A source that articles cite. The key never changes once it is saved, since texts hold it."""

    class Type(models.TextChoices):
        JOURNAL_ARTICLE = "journal-article", _("Journal article")
        GUIDELINE = "guideline", _("Guideline")
        WEB_PAGE = "web-page", _("Web page")
        LEAFLET = "leaflet", _("Patient leaflet")
        BOOK = "book", _("Book or chapter")
        REPORT = "report", _("Report")
        TRIAL = "trial", _("Trial record")

    class Status(models.TextChoices):
        CURRENT = "current", _("Current")
        SUPERSEDED = "superseded", _("Superseded")
        CORRECTED = "corrected", _("Corrected or questioned")
        RETRACTED = "retracted", _("Retracted")

    key = models.CharField(
        _("key"),
        max_length=60,
        unique=True,
        validators=[validate_key, validate_has_letter],
        help_text=_("Stands in texts as [[ref:key]] and can't be changed later."),
    )
    type = models.CharField(
        _("type"),
        max_length=20,
        choices=Type.choices,
        default=Type.JOURNAL_ARTICLE,
        help_text=_("What kind of source it is. Readers see it in the list of references."),
    )
    authors = models.CharField(
        _("authors"), max_length=500, blank=True, help_text=_("For example: Moreau P, Kumar SK.")
    )
    title = models.CharField(_("title"), max_length=500, help_text=_("As the source itself gives it."))
    source = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("Journal, publisher or organisation.")
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("Of publication, or of the last update for a web page.")
    )
    details = models.CharField(
        _("volume and pages"), max_length=100, blank=True, help_text=_("For example: 22(3):e105-e118.")
    )
    doi = DoiField(
        _("DOI"),
        max_length=LONGEST_DOI,
        blank=True,
        validators=[validate_doi],
        help_text=_("For example 10.1016/S1470-2045(20)30756-7. A link to it may be pasted as well."),
    )
    pmid = PmidField(
        _("PMID"),
        max_length=9,
        blank=True,
        validators=[validate_pmid],
        help_text=_("The number of the record in PubMed."),
    )
    url = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("Only needed without a DOI or PMID, which last longer."),
    )
    last_checked = models.DateField(
        _("last checked"),
        null=True,
        blank=True,
        help_text=_("When somebody last opened the source and found it unchanged."),
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=Status.choices,
        default=Status.CURRENT,
        db_default=Status.CURRENT,
        help_text=_("Whether the source still stands. Readers are told beside the reference if it does not."),
    )
    status_on = models.DateField(
        _("since"), null=True, blank=True, help_text=_("The day of the retraction, correction or newer version.")
    )
    status_note = models.CharField(
        _("note on the status"),
        max_length=LONGEST_STATUS_NOTE,
        blank=True,
        db_default="",
        help_text=_("Why, or what takes its place. Readers see it."),
    )
    notice_doi = DoiField(
        _("DOI of the notice"),
        max_length=LONGEST_DOI,
        blank=True,
        db_default="",
        validators=[validate_doi],
        help_text=_("Of the retraction or correction notice, or of the newer version."),
    )

    search_fields = [
        index.SearchField("title"),
        index.SearchField("authors"),
        index.SearchField("source"),
        index.SearchField("key"),
        index.AutocompleteField("title"),
        index.AutocompleteField("authors"),
        index.AutocompleteField("key"),
        index.FilterField("type"),
        index.FilterField("year"),
        index.FilterField("status"),
    ]

    class Meta:
        ordering = ["authors", "year", "title"]
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        constraints = [
            models.UniqueConstraint(fields=["doi"], condition=~models.Q(doi=""), name="unique_doi"),
            models.UniqueConstraint(fields=["pmid"], condition=~models.Q(pmid=""), name="unique_pmid"),
        ]

    def __str__(self):
        who = self.authors.split(",")[0] or self.source
        return f"{who} {self.year or _('undated')}: {self.title}"

    def save(self, *args, **kwargs):
        """Saves the entry. Raises ``ValidationError`` if the key of a stored entry was changed: texts hold it."""
        if self.pk and Reference.objects.filter(pk=self.pk).exclude(key=self.key).exists():
            raise ValidationError({"key": _("The key can't be changed: articles hold it.")})
        super().save(*args, **kwargs)

    @property
    def said(self) -> tuple:
        """All that is stored of the source: what is shown of two with the same is the same."""
        return _said(self)

    @property
    def stands(self) -> bool:
        """Whether nothing is known against the source."""
        return self.status == self.Status.CURRENT

    @property
    def notice_url(self) -> str:
        """Where the notice, or the newer version, stands; or an empty string."""
        return f"https://doi.org/{self.notice_doi}" if self.notice_doi else ""

    @property
    def doi_url(self) -> str:
        """The DOI as an address (DOI Handbook, section 3.8), or an empty string."""
        return f"https://doi.org/{self.doi}" if self.doi else ""

    @property
    def pubmed_url(self) -> str:
        """The PubMed record's address, or an empty string."""
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else ""

    @property
    def link(self) -> str:
        """The most lasting address that we know: DOI, PubMed, then the given address; else an empty string."""
        return self.doi_url or self.pubmed_url or self.url


_said = attrgetter(*(field.attname for field in Reference._meta.concrete_fields))
