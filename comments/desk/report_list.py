"""Open reports, comment by comment: what is said to be wrong, how often, and how far reporters are believed."""

from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Max, Min, Q, Value, When
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from comments.desk.comment_list import excerpt
from comments.desk.filters import community_filter
from comments.desk.screens import WIDE, DeskList
from comments.models import Comment, Report
from comments.rules.reporting import weights_of

OPEN = Q(reports__outcome=Report.Outcome.OPEN)
_DANGER = Case(When(reports__category=Report.Category.DANGER, then=Value(1)), default=Value(0))


@dataclass(frozen=True)
class Reported:
    """The open reports of one comment, in words."""

    categories: str
    weight: str


def reported(comments: list[Comment]) -> dict[int, Reported]:
    """The open reports of each comment. Two queries, however many."""
    reports = list(Report.objects.filter(comment__in=comments, outcome=Report.Outcome.OPEN))
    weights = weights_of(report.reporter for report in reports)
    found: dict[int, Reported] = {}
    for comment in comments:
        own = [report for report in reports if report.comment_id == comment.pk]
        names = [str(report.get_category_display()) for report in own]
        counts = {name: names.count(name) for name in names}
        found[comment.pk] = Reported(
            ", ".join(f"{name} ({count})" if count > 1 else name for name, count in counts.items()),
            number_format(sum(weights[report.reporter] for report in own), 1),
        )
    return found


class ReportFilterSet(WagtailFilterSet):
    """By community and category."""

    site = community_filter("conversation__site")
    category = ChoiceFilter(
        label=_("What is wrong"), empty_label=_("Anything"), choices=Report.Category.choices, method="in_category"
    )

    class Meta:
        model = Comment
        fields: list[str] = []

    def in_category(self, comments, _name, category):
        named = Report.objects.filter(category=category, outcome=Report.Outcome.OPEN)
        return comments.filter(pk__in=named.values("comment"))


class ReportsView(DeskList):
    """The list: what may be dangerous first, then the oftenest reported, then the oldest."""

    model = Comment
    name = "reports"
    detail = "report"
    page_title = _("Reports of comments")
    header_icon = "thumbtack"
    empty = _("No report is open. Thank you.")
    no_match = _("No open report matches.")
    is_searchable = False
    filterset_class = ReportFilterSet
    default_ordering = ["-danger", "-open_reports", "oldest", "pk"]

    @cached_property
    def columns(self):
        return [
            TitleColumn("comment", label=_("Comment"), accessor=excerpt, get_url=self.get_detail_url, width="35%"),
            Column("state", label=_("State"), accessor="get_state_display"),
            Column("categories", label=_("What is wrong"), accessor="reported.categories"),
            Column("open_reports", label=_("Reports")),
            Column("weight", label=_("Weight"), accessor="reported.weight"),
            DateColumn("oldest", label=_("First reported"), classname=WIDE),
        ]

    def get_base_queryset(self):
        counted = Comment.objects.filter(OPEN).annotate(
            open_reports=Count("reports"),
            oldest=Min("reports__made_at"),
            danger=Max(_DANGER, output_field=IntegerField()),
        )
        return counted.select_related("conversation", "crisis")

    def get_table(self, object_list):
        comments = list(object_list)
        found = reported(comments)
        for comment in comments:
            comment.reported = found[comment.pk]
        return super().get_table(comments)
