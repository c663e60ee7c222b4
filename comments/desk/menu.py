"""The entry "Conversation" in the menu. Its parts put themselves into it with the hook ``MENU_HOOK``."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from comments.desk.access import may_moderate
from comments.desk.frame import ICON, QUEUE

MENU_HOOK = "register_conversation_menu_item"
conversation_menu = Menu(register_hook_name=MENU_HOOK, construct_hook_name="construct_conversation_menu")


class ModeratorsMenuItem(MenuItem):
    """Shown to moderators."""

    def is_shown(self, request):
        return may_moderate(request.user)


def queue_item() -> MenuItem:
    """The queue."""
    return ModeratorsMenuItem(_("Queue"), reverse_lazy(QUEUE), icon_name="list-ul", name="conversation-queue", order=10)


ITEMS = (queue_item,)


def conversation_menu_item() -> SubmenuMenuItem:
    """The entry itself."""
    return SubmenuMenuItem(_("Conversation"), conversation_menu, name="conversation", icon_name=ICON, order=160)
