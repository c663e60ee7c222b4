"""Reports of articles: addresses and menu entries under *Reports*."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.review.coverage_report import CoverageReportView


class PagesMenuItem(MenuItem):
    """Shown to people who see pages."""

    def is_shown(self, request):
        return policy_registry.get_by_type(Page).explorable_root_instance(request.user) is not None


@hooks.register("register_admin_urls")
def report_urls():
    """The report, and its rows alone for when a filter changes."""
    return [
        path("reports/review-coverage/", CoverageReportView.as_view(), name="review_coverage"),
        path(
            "reports/review-coverage/results/",
            CoverageReportView.as_view(results_only=True),
            name="review_coverage_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def coverage_menu_item():
    """The report's menu entry."""
    return PagesMenuItem(
        _("Review coverage"), reverse("review_coverage"), name="review-coverage", icon_name="glasses", order=50
    )
