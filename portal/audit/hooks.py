"""Registers the log of staff actions in the admin. ``portal.wagtail_hooks`` imports it."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.audit import actions
from portal.audit.report import StaffActionsView

hooks.register("register_log_actions", actions.register)


class StaffActionsMenuItem(MenuItem):
    """Shown to administrators."""

    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_admin_urls")
def add_report():
    return [
        path("reports/staff-actions/", StaffActionsView.as_view(), name="staff_actions"),
        path(
            "reports/staff-actions/results/",
            StaffActionsView.as_view(results_only=True),
            name="staff_actions_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def add_menu_item():
    return StaffActionsMenuItem(
        _("Staff actions"), reverse_lazy("staff_actions"), name="staff-actions", icon_name="key", order=1100
    )
