"""The report *Staff actions*: everything that Wagtail's log and ours hold, in one list with filters and an export.

For administrators alone: it tells who worked when.
"""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet

from portal.audit import actions
from portal.spreadsheets import NeutralExportMixin

KINDS = {
    "door": (
        _("At the door"),
        Q(action__in=[actions.SIGNED_IN, actions.SIGN_IN_FAILED, actions.SIGNED_OUT, actions.SESSIONS_ENDED]),
    ),
    "account": (
        _("Accounts and second factors"),
        Q(action__startswith="portal.factor")
        | Q(action__in=[actions.PASSWORD_CHANGED, actions.CODES_MADE])
        | Q(content_type__app_label="portal", content_type__model="user", action__startswith="wagtail."),
    ),
    "rights": (
        _("Rights"),
        Q(action=actions.RIGHTS_CHANGED) | Q(content_type__app_label="auth", content_type__model="group"),
    ),
    "settings": (_("Settings"), Q(content_type__model__endswith="settings")),
    "exports": (_("Exports"), Q(action=actions.EXPORTED)),
    "people": (_("People's data"), Q(action=actions.ADDRESS_SEEN) | Q(action__startswith="consent.")),
}


class StaffActionsFilterSet(SiteHistoryReportFilterSet):
    """Wagtail's filters, and one by what an action is about."""

    kind = django_filters.ChoiceFilter(
        label=_("About"),
        choices=[(key, label) for key, (label, _which) in KINDS.items()],
        method="of_kind",
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )

    def of_kind(self, queryset, name, value):
        """The actions of a kind. Log entries of pages have no model of their own kind, and match by action."""
        return queryset.filter(KINDS[value][1])


class StaffActionsView(NeutralExportMixin, LogEntriesView):
    """The list."""

    page_title = _("Staff actions")
    header_icon = "key"
    filterset_class = StaffActionsFilterSet
    index_url_name = "staff_actions"
    index_results_url_name = "staff_actions_results"
    list_export = [*LogEntriesView.list_export, "message"]
    export_headings = {**LogEntriesView.export_headings, "message": _("What happened")}

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self):
        return super().get_filename().replace("audit-log", "staff-actions")
