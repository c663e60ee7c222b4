"""Terms explained in plain words, listed on the glossary page and at their first use in an article."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from portal.models import PortalPage
from portal.panels import NAVIGATION_PANEL, SEARCH_PANEL, title_panel
from portal.text import lines


class GlossaryPage(PortalPage):
    """Lists the terms of a community, and those that every community shares."""

    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences above the terms.")
    )

    content_panels = [title_panel(_("For example: Glossary, or Words explained.")), FieldPanel("introduction")]
    promote_panels = [SEARCH_PANEL, NAVIGATION_PANEL]
    parent_page_types = ["portal.HomePage"]
    subpage_types = []
    show_in_menus_default = True
    max_count_per_parent = 1
    page_description = _("The terms of a community, explained.")

    class Meta:
        verbose_name = _("glossary")

    def plain_summary(self):
        return self.introduction


class GlossaryTerm(TranslatableMixin, index.Indexed, models.Model):
    """A term and its explanation."""

    term = models.CharField(
        _("term"), max_length=100, help_text=_("In small letters unless it is a name or a short form.")
    )
    other_forms = models.TextField(
        _("other forms"), blank=True, help_text=_("Plurals, spellings and short forms, one a line.")
    )
    definition = models.TextField(
        _("explanation"), max_length=400, help_text=_("One or two plain sentences that stand on their own.")
    )
    site = models.ForeignKey(
        "wagtailcore.Site",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("community"),
        help_text=_("Leave empty for a term that every community shares."),
    )

    panels = [FieldPanel("term"), FieldPanel("other_forms"), FieldPanel("definition"), FieldPanel("site")]
    search_fields = [
        index.SearchField("term"),
        index.SearchField("other_forms"),
        index.AutocompleteField("term"),
        index.AutocompleteField("other_forms"),
        index.FilterField("locale_id"),
        index.FilterField("site_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["term"]
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")

    def __str__(self):
        return self.term

    @property
    def forms(self) -> list[str]:
        """The term and its other forms, longest first."""
        return forms_of(self.term, self.other_forms)


def forms_of(term: str, other_forms: str) -> list[str]:
    """A term and its other forms (one a line), longest first."""
    others = lines(other_forms)
    return sorted({term, *others}, key=lambda form: (-len(form), form))
