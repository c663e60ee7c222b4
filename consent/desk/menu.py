"""The entry "Consent" in the menu. Other parts of consent put theirs into it with the hook ``MENU_HOOK`` (a viewset:
``menu_hook = MENU_HOOK``). It is shown to whoever may open one of them.
"""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from consent.desk.access import may_look_up, may_see_figures
from consent.desk.frame import DESK, FIND, ICON

MENU_HOOK = "register_consent_menu_item"
consent_menu = Menu(register_hook_name=MENU_HOOK, construct_hook_name="construct_consent_menu")


class DeskMenuItem(MenuItem):
    """Shown to those to whom the desk is open."""

    def __init__(self):
        super().__init__(_("Consent desk"), reverse_lazy(DESK), icon_name=ICON, name="consent-desk", order=10)

    def is_shown(self, request):
        return may_see_figures(request.user)


class FindMenuItem(MenuItem):
    """Shown to those who may look a person up."""

    def __init__(self):
        super().__init__(_("Find a person"), reverse_lazy(FIND), icon_name="search", name="consent-find", order=20)

    def is_shown(self, request):
        return may_look_up(request.user)


def consent_menu_item() -> SubmenuMenuItem:
    """The entry itself."""
    return SubmenuMenuItem(_("Consent"), consent_menu, name="consent", icon_name=ICON)
