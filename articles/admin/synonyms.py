"""Search synonyms in the admin. A phrase belongs to one group, or search would not know which to use."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from articles.models import SynonymGroup


def doubled_phrases(group: SynonymGroup) -> list[str]:
    """Phrases that stand twice in ``group``, whatever their case."""
    seen: set[str] = set()
    doubled = []
    for phrase in group.as_list:
        if phrase.casefold() in seen:
            doubled.append(phrase)
        seen.add(phrase.casefold())
    return doubled


def clashing_groups(group: SynonymGroup) -> dict[str, SynonymGroup]:
    """Phrases of ``group`` that stand in another group already, with that group. One query."""
    phrases = {phrase.casefold(): phrase for phrase in group.as_list}
    others = SynonymGroup.objects.exclude(pk=group.pk)
    return {
        phrases[phrase.casefold()]: other
        for other in others
        for phrase in other.as_list
        if phrase.casefold() in phrases
    }


class SynonymGroupForm(WagtailAdminModelForm):
    """Refuses a phrase that stands in the group twice, or in another group."""

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        for phrase in doubled_phrases(self.instance):
            self.add_error("phrases", ValidationError(_t("“%(phrase)s” stands here twice."), params={"phrase": phrase}))
        for phrase, other in clashing_groups(self.instance).items():
            self.add_error(
                "phrases",
                ValidationError(
                    _t("“%(phrase)s” stands in another entry already: %(group)s. Add the other phrases there."),
                    params={"phrase": phrase, "group": str(other)},
                ),
            )


class SynonymGroupViewSet(SnippetViewSet):
    """Synonyms: list, search and form."""

    model = SynonymGroup
    icon = "resubmit"
    menu_label = _("Synonyms")
    menu_name = "synonyms"
    menu_order = 270
    add_to_admin_menu = True
    list_per_page = 50
    ordering = ["phrases"]
    search_fields = ["phrases"]
    list_display = ["__str__"]
    edit_handler = ObjectList([FieldPanel("phrases")], base_form_class=SynonymGroupForm)
