"""What search looks through: one entry for each page or glossary term that readers may find.

An entry holds the published text alone and is written anew whenever that changes. Whether it may be shown is not
stored here: search asks the pages themselves, at the moment of searching.
"""

from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class SearchEntry(index.Indexed, models.Model):
    """A page or term as search sees it."""

    class Kind(models.TextChoices):
        TOPIC = "topic", _("Topics")
        INFORMATION = "information", _("Health information")
        STORY = "story", _("Personal stories")
        TERM = "term", _("Glossary")
        PERSON = "person", _("People")
        PAGE = "page", _("About this site")

    page = models.OneToOneField("wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+")
    term = models.OneToOneField("articles.GlossaryTerm", null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(max_length=255)
    names = models.TextField(help_text="Stems of the title and of each further name, one name a line.")
    length = models.PositiveIntegerField(help_text="Stems in all.")
    # The long ones stand last: SQLite reads past everything before a column that it needs.
    text = models.TextField(help_text="Plain text, for snippets.")
    stems = models.TextField(help_text="Stems of names and text, each between spaces.")

    wagtail_reference_index_ignore = True
    search_fields = [index.SearchField("stems"), index.FilterField("page"), index.FilterField("term")]

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        # As Wagtail's index names an entry. The words have one, too, which is Wagtail's table (migration 0009).
        indexes = [models.Index(Cast("id", models.CharField(max_length=50)), name="search_entry_by_name")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page__isnull=False, term__isnull=True)
                | models.Q(page__isnull=True, term__isnull=False),
                name="search_entry_has_one_subject",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def kind_name(self):
        """What one such entry is called."""
        return KIND_NAMES[self.kind]


KIND_NAMES = {
    SearchEntry.Kind.TOPIC: _("Topic"),
    SearchEntry.Kind.INFORMATION: _("Health information"),
    SearchEntry.Kind.STORY: _("Personal story"),
    SearchEntry.Kind.TERM: _("Glossary"),
    SearchEntry.Kind.PERSON: _("Author or reviewer"),
    SearchEntry.Kind.PAGE: _("About this site"),
}


class SearchWord(models.Model):
    """A word of an entry. All of them together are the vocabulary against which typos are told."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="vocabulary")
    folded = models.CharField(max_length=40, db_index=True)
    written = models.CharField(max_length=40)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "folded"], name="unique_search_word")]

    def __str__(self):
        return self.written
