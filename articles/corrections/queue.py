"""The editors' queue of reports: what is open, oldest first, and on demand what was decided."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from articles.corrections.version import versions_of
from articles.models import CorrectionReport
from portal.text import first_words

EXCERPT = 140  # characters


class ReportFilterSet(WagtailFilterSet):
    """Open reports, unless somebody asks for others."""

    outcome = ChoiceFilter(
        label=_("Outcome"),
        empty_label=_("Any"),
        choices=CorrectionReport.Outcome.choices,
        initial=CorrectionReport.Outcome.OPEN,
    )

    class Meta:
        model = CorrectionReport
        fields = ["outcome"]


def excerpt(report: CorrectionReport) -> str:
    """The beginning of what somebody wrote."""
    return first_words(report.message, EXCERPT)


class QueueView(IndexView):
    """The list."""

    model = CorrectionReport
    page_title = _("Reports of errors")
    header_icon = "warning"
    any_permission_required = ["change"]
    index_url_name = "corrections:index"
    index_results_url_name = "corrections:index_results"
    edit_url_name = "corrections:decide"
    default_ordering = ["reported_at", "pk"]
    paginate_by = 50
    search_fields = ["article_title", "passage", "message"]
    filterset_class = ReportFilterSet

    @cached_property
    def columns(self):
        return [
            TitleColumn("article_title", label=_("Article"), get_url=self.get_edit_url, sort_key="article_title"),
            Column("message", label=_("What is wrong"), accessor=excerpt, width="40%"),
            Column("version", label=_("Version"), accessor="version.label", classname="portal-wide"),
            DateColumn("reported_at", label=_("Reported"), sort_key="reported_at"),
            Column("outcome", label=_("Outcome"), accessor="get_outcome_display", classname="portal-wide"),
        ]

    @cached_property
    def no_results_message(self):
        if self.is_searching or self.is_filtering:
            return _t("No report matches.")
        return _t("No report is open. Everything that readers told us is decided.")

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("article")

    def get_filterset_kwargs(self):
        data = self.request.GET.copy()
        data.setdefault("outcome", CorrectionReport.Outcome.OPEN)
        return {**super().get_filterset_kwargs(), "data": data}

    def get_table(self, object_list):
        reports = list(object_list)
        versions = versions_of(reports)
        for report in reports:
            report.version = versions[report.pk]
        return super().get_table(reports)
