"""The glossary in the admin. A form of a term leads to one explanation: no two terms of a language that the same
community shows may share a form.
"""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import RadioSelect
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.models import Site
from wagtail.snippets.views.snippets import SnippetViewSet

from articles.models import GlossaryTerm


def clashing_terms(term: GlossaryTerm) -> dict[str, GlossaryTerm]:
    """Forms of ``term`` that another term explains already, in lower case, with that term. One query."""
    forms = {form.casefold(): form for form in term.forms}
    others = GlossaryTerm.objects.filter(locale=term.locale).exclude(pk=term.pk)
    if term.site_id:
        others = others.filter(Q(site=term.site_id) | Q(site=None))
    return {forms[form.casefold()]: other for other in others for form in other.forms if form.casefold() in forms}


class GlossaryTermForm(WagtailAdminModelForm):
    """Refuses a form that another term explains already."""

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        for form, other in clashing_terms(self.instance).items():
            field = "term" if form.casefold() == self.instance.term.casefold() else "other_forms"
            self.add_error(
                field,
                ValidationError(
                    _t("“%(form)s” is explained already, under “%(term)s”. Change that entry or leave the form out."),
                    params={"form": form, "term": other.term},
                ),
            )


class CommunityFilter(ModelChoiceFilter):
    """Terms that one community shows alone. The empty choice shows all."""

    def __init__(self, **kwargs):
        super().__init__(
            label=_("Community"),
            queryset=Site.objects.all(),
            empty_label=_("All"),
            null_label=_("Shared by all communities"),
            widget=RadioSelect,
            **kwargs,
        )


class GlossaryTermFilterSet(WagtailFilterSet):
    site = CommunityFilter()

    class Meta:
        model = GlossaryTerm
        fields = ["site"]


class GlossaryTermViewSet(SnippetViewSet):
    """Terms: list, search, filters and form."""

    model = GlossaryTerm
    icon = "info-circle"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 260
    add_to_admin_menu = True
    list_per_page = 50
    ordering = ["term"]
    filterset_class = GlossaryTermFilterSet
    list_display = [
        "term",
        Column("definition", label=_("Explanation")),
        Column("community", label=_("Community"), accessor=lambda term: term.site or _("All")),
        LocaleColumn(),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("term"), FieldPanel("other_forms")], heading=_("Words in the text")),
            FieldPanel("definition"),
            FieldPanel("site"),
        ],
        base_form_class=GlossaryTermForm,
    )

    def get_queryset(self, request):
        return GlossaryTerm.objects.select_related("site", "locale")
