"""Where newsletters stand in the admin: an entry in the menu, the list of issues, the screens of one."""

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from consent.desk.menu import MENU_HOOK
from consent.desk.newsletter_access import may_send
from consent.desk.newsletter_list import IssuesView
from consent.desk.newsletter_views import (
    CancelView,
    ComposeView,
    IssueView,
    PreviewHtmlView,
    PreviewView,
    SendView,
    TrialView,
)


class NewslettersMenuItem(MenuItem):
    """For those who may send."""

    def is_shown(self, request):
        return may_send(request.user)


class NewslettersViewSet(ViewSet):
    """The list and the screens."""

    name = "newsletters"
    icon = "mail"
    menu_label = _("Newsletters")
    menu_name = "newsletters"
    menu_hook = MENU_HOOK
    menu_order = 25
    add_to_admin_menu = True

    @cached_property
    def menu_item_class(self):
        return NewslettersMenuItem

    def get_urlpatterns(self):
        return [
            path("", IssuesView.as_view(), name="index"),
            path("results/", IssuesView.as_view(results_only=True), name="index_results"),
            path("compose/", ComposeView.as_view(), name="compose"),
            path("<int:pk>/", IssueView.as_view(), name="issue"),
            path("<int:pk>/preview/", PreviewView.as_view(), name="preview"),
            path("<int:pk>/preview/html/", PreviewHtmlView.as_view(), name="preview_html"),
            path("<int:pk>/test/", TrialView.as_view(), name="test"),
            path("<int:pk>/send/", SendView.as_view(), name="send"),
            path("<int:pk>/cancel/", CancelView.as_view(), name="cancel"),
        ]


@hooks.register("register_admin_viewset")
def register_newsletters():
    """The list and the screens."""
    return NewslettersViewSet()


@hooks.register("register_log_actions")
def register_what_was_done(actions):
    """What the history says of issues."""
    actions.register_action("consent.newsletter.planned", _("Plan a newsletter"), _("Newsletter planned"))
    actions.register_action("consent.newsletter.begun", _("Send a newsletter"), _("Newsletter sent"))
    actions.register_action("consent.newsletter.cancelled", _("Cancel a newsletter"), _("Newsletter cancelled"))
