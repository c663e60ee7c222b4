"""The library of references in the admin."""

import datetime

import django_filters
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.models.reference_index import ReferenceGroups
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, UsageView

from articles.library.forms import ReferenceForm
from articles.library.usage import citing_counts, draft_entries
from articles.models import Reference

CHECK_EVERY = datetime.timedelta(days=365)


class ReferenceFilterSet(WagtailFilterSet):
    """By whether it still stands, kind of source, year, and how long ago somebody looked it up."""

    status = django_filters.ChoiceFilter(choices=Reference.Status.choices, label=_("Status"))
    type = django_filters.ChoiceFilter(choices=Reference.Type.choices, label=_("Type"))
    year = django_filters.RangeFilter(label=_("Year"))
    last_checked = django_filters.ChoiceFilter(
        label=_("Last checked"),
        choices=[("year", _("Within a year")), ("older", _("Longer ago")), ("never", _("Never"))],
        method="by_last_check",
    )

    class Meta:
        model = Reference
        fields = ["status", "type", "year", "last_checked"]

    def by_last_check(self, queryset, _name, value):
        """References last checked in the chosen span."""
        limit = timezone.localdate() - CHECK_EVERY
        spans = {
            "year": {"last_checked__gte": limit},
            "older": {"last_checked__lt": limit},
            "never": {"last_checked": None},
        }
        return queryset.filter(**spans[value])


class ReferenceIndexView(IndexView):
    """The listing, with the number of articles that cite each entry, in drafts too."""

    def get_table(self, object_list):
        references = list(object_list)
        counts = citing_counts(references)
        for reference in references:
            reference.citing = counts[reference.pk]
        return super().get_table(references)


class ReferenceUsageView(UsageView):
    """The articles that cite an entry, with the blocks in which they do."""

    def get_queryset(self):
        saved = list(ReferenceIndex.get_references_to(self.object))
        known = {(entry.object_id, entry.content_path) for entry in saved}
        drafts = [entry for entry in draft_entries([self.object]) if (entry.object_id, entry.content_path) not in known]
        return ReferenceGroups([*saved, *drafts])


class _UsageColumn(UsageCountColumn):
    def get_value(self, instance):
        return instance.citing


def _what_befell(reference: Reference) -> str:
    """Nothing for a source that stands, so that the others meet the eye."""
    return "" if reference.stands else reference.get_status_display()


class ReferenceViewSet(SnippetViewSet):
    """The library: listing, search, filters, form and usage."""

    model = Reference
    icon = "openquote"
    menu_label = _("References")
    menu_name = "references"
    menu_order = 250
    add_to_admin_menu = True
    list_per_page = 50
    ordering = ["authors", "year"]
    filterset_class = ReferenceFilterSet
    index_view_class = ReferenceIndexView
    usage_view_class = ReferenceUsageView
    edit_handler = ObjectList(
        [
            FieldPanel("type"),
            FieldPanel("authors"),
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("source"), FieldPanel("year"), FieldPanel("details")]),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("doi"), FieldPanel("pmid")]), FieldPanel("url")],
                heading=_("Where to find it"),
            ),
            FieldPanel("last_checked"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("status"), FieldPanel("status_on")]),
                    FieldPanel("status_note"),
                    FieldPanel("notice_doi"),
                ],
                heading=_("Does it still stand?"),
            ),
            FieldPanel("key"),
        ],
        base_form_class=ReferenceForm,
    )

    @cached_property
    def list_display(self):
        return [
            "title",
            Column("authors", label=_("Authors"), sort_key="authors"),
            Column("year", label=_("Year"), sort_key="year"),
            Column("get_type_display", label=_("Type"), sort_key="type"),
            Column("key", label=_("Key"), sort_key="key"),
            Column("status", label=_("Status"), accessor=_what_befell, sort_key="status"),
            DateColumn("last_checked", label=_("Last checked"), sort_key="last_checked"),
            _UsageColumn("citing", label=_("Articles")),
        ]
