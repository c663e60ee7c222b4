"""The entry "Conversation" in the menu, and what it leads to. Each is shown to who may open it, with what waits."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from comments.desk.frame import ICON
from comments.desk.screens import NAMESPACE
from comments.desk.waiting import waiting
from comments.rules.rights import LEAD, MODERATE, SET_CONVERSATIONS

CHANGE_SETTINGS = "comments.change_conversationsettings"
SETTINGS_URL = reverse_lazy("wagtailsettings:edit", args=["comments", "conversationsettings"])
MENU_HOOK = "register_conversation_menu_item"
conversation_menu = Menu(register_hook_name=MENU_HOOK, construct_hook_name="construct_conversation_menu")


class RightMenuItem(MenuItem):
    """An entry for those who have a right. ``waits`` names the number of ``Waiting`` that stands behind it."""

    def __init__(
        self, label: Any, name: str, *, icon: str, order: int, right: str = MODERATE, waits: str = "", url: Any = None
    ):
        identity = f"conversation-{name.replace('_', '-')}"
        if url is None:  # a lazy address is asked nothing else: the addresses are not known yet
            url = reverse_lazy(f"{NAMESPACE}:{name}")
        super().__init__(label, url, name=identity, icon_name=icon, order=order)
        self.right, self.waits = right, waits

    def is_shown(self, request):
        return request.user.has_perm(self.right)

    def render_component(self, request):
        number = getattr(waiting(request), self.waits) if self.waits else 0
        label = _t("%(name)s (%(count)d)") % {"name": self.label, "count": number} if number else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)


ITEMS = (
    RightMenuItem(_("Queue"), "queue", icon="list-ul", order=10),
    RightMenuItem(_("People in danger"), "crisis_cases", icon="warning", order=20, waits="cases"),
    RightMenuItem(_("Reports"), "reports", icon="thumbtack", order=30, waits="reports"),
    RightMenuItem(_("Appeals"), "appeals", icon="rotate", order=40, waits="appeals"),
    RightMenuItem(_("Comments"), "comments", icon="comment", order=50),
    RightMenuItem(_("Commenters"), "commenters", icon="group", order=60),
    RightMenuItem(_("Conversations"), "conversations", icon="list-ul", order=70, right=SET_CONVERSATIONS),
    RightMenuItem(_("Report"), "moderation_report", icon="history", order=90, right=LEAD),
    RightMenuItem(
        _("Settings and help lines"), "settings", icon="cog", order=100, right=CHANGE_SETTINGS, url=SETTINGS_URL
    ),
)


def conversation_menu_item() -> SubmenuMenuItem:
    """The entry itself."""
    return SubmenuMenuItem(_("Conversation"), conversation_menu, name="conversation", icon_name=ICON, order=160)
