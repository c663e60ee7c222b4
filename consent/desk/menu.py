"""What stands in the admin under *Consent*. Add a view set to ``items`` to add an entry."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from consent.desk.words import NoticeViewSet, PurposeViewSet


class ConsentGroup(SnippetViewSetGroup):
    """The group in the sidebar. Who may use none of its entries does not see it."""

    menu_label = _("Consent")
    menu_name = "consent"
    menu_icon = "mail"
    menu_order = 280
    items = (NoticeViewSet, PurposeViewSet)
