"""The entries of the further screens under "Conversation". Each is shown to those who may open it, with what waits."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from comments.desk.screens import NAMESPACE
from comments.models import Appeal, CrisisCase, Report
from comments.rules.appealing import APPEALABLE
from comments.rules.rights import MODERATE, SET_CONVERSATIONS

MENU_HOOK = "register_conversation_menu_item"
CHANGE_SETTINGS = "comments.change_conversationsettings"
SETTINGS_URL = reverse_lazy("wagtailsettings:edit", args=["comments", "conversationsettings"])


def waiting_appeals() -> int:
    """How many appeals can be heard."""
    return Appeal.objects.filter(outcome=Appeal.Outcome.OPEN, comment__state__in=APPEALABLE).count()


def reported_comments() -> int:
    """How many comments have open reports."""
    return Report.objects.filter(outcome=Report.Outcome.OPEN).values("comment").distinct().count()


def open_cases() -> int:
    """How many cases of people in danger are open."""
    return CrisisCase.objects.filter(signed_off_at=None).count()


class RightMenuItem(MenuItem):
    """An entry for those who have a right; ``count`` says how much waits there."""

    def __init__(
        self, label: Any, name: str, *, icon: str, order: int, right: str = MODERATE, count: Any = None, url: Any = None
    ):
        identity = f"conversation-{name.replace('_', '-')}"
        if url is None:  # a lazy address is asked nothing else: the addresses are not known yet
            url = reverse_lazy(f"{NAMESPACE}:{name}")
        super().__init__(label, url, name=identity, icon_name=icon, order=order)
        self.right = right
        self.count: Callable[[], int] | None = count

    def is_shown(self, request):
        return request.user.has_perm(self.right)

    def render_component(self, request):
        number = self.count() if self.count else 0
        label = _t("%(name)s (%(count)d)") % {"name": self.label, "count": number} if number else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)


def items() -> list[RightMenuItem]:
    """The entries, in their order below the queue."""
    return [
        RightMenuItem(_("People in danger"), "crisis_cases", icon="warning", order=20, count=open_cases),
        RightMenuItem(_("Reports"), "reports", icon="thumbtack", order=30, count=reported_comments),
        RightMenuItem(_("Appeals"), "appeals", icon="rotate", order=40, count=waiting_appeals),
        RightMenuItem(_("Comments"), "comments", icon="comment", order=50),
        RightMenuItem(_("Commenters"), "commenters", icon="group", order=60),
        RightMenuItem(_("Conversations"), "conversations", icon="list-ul", order=70, right=SET_CONVERSATIONS),
        RightMenuItem(
            _("Settings and help lines"), "settings", icon="cog", order=100, right=CHANGE_SETTINGS, url=SETTINGS_URL
        ),
    ]
