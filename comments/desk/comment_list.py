"""All comments in all states: searched in their words and names, filtered by what was found and reported."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from comments.desk.filters import community_filter
from comments.desk.screens import WIDE, DeskList
from comments.desk.searching import with_words
from comments.models import Comment, CrisisCase, Finding, Report
from comments.models.comment import State
from portal.text import first_words

EXCERPT = 120  # characters
OPEN, ANY, NONE = "open", "any", "none"


class CommentFilterSet(WagtailFilterSet):
    """By community, state, language, day, finding and report."""

    site = community_filter("conversation__site")
    state = ChoiceFilter(label=_("State"), empty_label=_("Any"), choices=State.choices)
    language = ChoiceFilter(label=_("Language"), empty_label=_("Any"), choices=settings.LANGUAGES)
    sent = DateFromToRangeFilter(field_name="submit_date", label=_("Sent"), widget=DateRangePickerWidget)
    category = ChoiceFilter(
        label=_("Found"), empty_label=_("Anything"), choices=Finding.Category.choices, method="with_finding"
    )
    reported = ChoiceFilter(
        label=_("Reports"),
        empty_label=_("Anything"),
        choices=[(OPEN, _("Open ones")), (ANY, _("At least one")), (NONE, _("None"))],
        method="with_report",
    )

    class Meta:
        model = Comment
        fields: list[str] = []

    def with_finding(self, comments, _name, category):
        return comments.filter(Exists(Finding.objects.filter(comment=OuterRef("pk"), category=category)))

    def with_report(self, comments, _name, which):
        reports = Report.objects.filter(comment=OuterRef("pk"))
        if which == OPEN:
            reports = reports.filter(outcome=Report.Outcome.OPEN)
        return comments.filter(~Exists(reports) if which == NONE else Exists(reports))


def excerpt(comment: Comment) -> str:
    """The beginning of a comment. What may be about danger is read on its own page alone."""
    if is_alarming(comment):
        return _t("Somebody may be in danger: open it to read it.")
    return first_words(comment.comment, EXCERPT) or _t("(erased)")


def is_alarming(comment: Comment) -> bool:
    """Whether a case is open on it. No query if ``crisis`` was selected with it."""
    try:
        return not comment.crisis.is_closed
    except CrisisCase.DoesNotExist:
        return False


class CommentsView(DeskList):
    """The list."""

    model = Comment
    name = "comments"
    detail = "comment"
    page_title = _("Comments")
    empty = _("Nobody has commented yet.")
    no_match = _("No comment matches.")
    default_ordering = "-pk"
    is_searchable = True
    filterset_class = CommentFilterSet

    @cached_property
    def columns(self):
        return [
            TitleColumn("comment", label=_("Comment"), accessor=excerpt, get_url=self.get_detail_url, width="40%"),
            Column("user_name", label=_("Name")),
            Column("conversation", label=_("Article"), accessor="conversation.title", classname=WIDE),
            Column("state", label=_("State"), accessor="get_state_display"),
            DateColumn("submit_date", label=_("Sent"), classname=WIDE),
        ]

    def get_base_queryset(self):
        return Comment.objects.select_related("conversation", "crisis")

    def search_queryset(self, queryset):
        return with_words(queryset, self.search_query, "comment", "user_name")
