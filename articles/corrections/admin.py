"""Where reports of errors stand in the admin: the queue, its entry in the menu, its count on the dashboard."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogFormatter

from articles.corrections.decision_view import DecisionView
from articles.corrections.handling import LOG_ACTION, may_handle
from articles.corrections.queue import QueueView
from articles.models import CorrectionReport
from portal.admin.dashboard import CountItem

AFTER_PORTAL = 20  # portal.wagtail_hooks clears the dashboard's counts first


def open_reports() -> int:
    """How many reports wait for a decision."""
    return CorrectionReport.objects.filter(outcome=CorrectionReport.Outcome.OPEN).count()


class CorrectionsMenuItem(MenuItem):
    """Says how many reports are open, to those who may decide on them."""

    def is_shown(self, request):
        return may_handle(request.user)

    def render_component(self, request):
        count = open_reports()
        label = _t("%(name)s (%(count)d)") % {"name": self.label, "count": count} if count else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)


class CorrectionsViewSet(ViewSet):
    """The queue and the screen for a decision."""

    name = "corrections"
    icon = "warning"
    menu_label = _("Corrections")
    menu_name = "corrections"
    add_to_admin_menu = True

    @cached_property
    def menu_item_class(self):
        return CorrectionsMenuItem

    def get_urlpatterns(self):
        return [
            path("", QueueView.as_view(), name="index"),
            path("results/", QueueView.as_view(results_only=True), name="index_results"),
            path("<int:pk>/", DecisionView.as_view(), name="decide"),
        ]


@hooks.register("register_admin_viewset")
def register_corrections():
    """The queue."""
    return CorrectionsViewSet()


@hooks.register("construct_homepage_summary_items", order=AFTER_PORTAL)
def count_reports(request, items):
    """How many reports are open, for those who may decide on them."""
    if may_handle(request.user):
        items.append(
            CountItem(
                request,
                order=40,
                count=open_reports(),
                one=_("Report of an error"),
                many=_("Reports of errors"),
                url=reverse("corrections:index"),
                icon="warning",
            )
        )


@hooks.register("register_log_actions")
def register_correction(actions):
    """What the history of a page says of a decision on a report."""

    @actions.register_action(LOG_ACTION)
    class Correction(LogFormatter):
        label = _("Report of an error decided")

        def format_message(self, log_entry):
            outcomes = dict(CorrectionReport.Outcome.choices)
            return _t("Report of an error: %(outcome)s") % {"outcome": outcomes.get(log_entry.data.get("outcome"), "")}
