"""All comments in all states: searched in their words and names, filtered by what was found and reported."""

from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from comments.desk.filters import community_filter
from comments.desk.screens import WIDE, DeskList, url_of
from comments.desk.searching import with_words
from comments.models import Comment, Commenter, Conversation, CrisisCase, Finding, Report
from comments.models.comment import QUEUED, State
from portal.text import first_words

EXCERPT = 120  # characters
OPEN, ANY, NONE = "open", "any", "none"
HIDDEN = (State.REJECTED, State.REMOVED, State.SPAM)
WAITING, NOT_PUBLISHED, OTHERS = "waiting", "not-published", "others"
TOGETHER = {  # states that other screens count as one
    WAITING: (_("All that wait"), QUEUED),
    NOT_PUBLISHED: (_("Not published"), HIDDEN),
    OTHERS: (_("Neither published nor waiting"), tuple(set(State) - {State.PUBLISHED, *QUEUED})),
}
BY_NUMBER = forms.NumberInput(attrs={"min": 1})  # links of other screens fill it in; a list of all would be too long


class CommentFilterSet(WagtailFilterSet):
    """By community, state, language, day, finding and report."""

    site = community_filter("conversation__site")
    state = ChoiceFilter(
        label=_("State"),
        empty_label=_("Any"),
        choices=[*State.choices, *((name, label) for name, (label, _states) in TOGETHER.items())],
        method="in_state",
    )
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

    commenter = ModelChoiceFilter(queryset=Commenter.objects.all(), label=_("Commenter (number)"), widget=BY_NUMBER)
    person = ModelChoiceFilter(
        queryset=Commenter.objects.all(), label=_("The same person (number)"), widget=BY_NUMBER, method="of_person"
    )
    conversation = ModelChoiceFilter(
        queryset=Conversation.objects.all(), label=_("Conversation (number)"), widget=BY_NUMBER
    )

    class Meta:
        model = Comment
        fields: list[str] = []

    def in_state(self, comments, _name, state):
        return comments.filter(state__in=TOGETHER[state][1] if state in TOGETHER else [state])

    def of_person(self, comments, _name, commenter):
        if commenter.contact_id is None:
            return comments.filter(commenter=commenter)
        return comments.filter(commenter__contact=commenter.contact_id)

    def with_finding(self, comments, _name, category):
        return comments.filter(Exists(Finding.objects.filter(comment=OuterRef("pk"), category=category)))

    def with_report(self, comments, _name, which):
        reports = Report.objects.filter(comment=OuterRef("pk"))
        if which == OPEN:
            reports = reports.filter(outcome=Report.Outcome.OPEN)
        return comments.filter(~Exists(reports) if which == NONE else Exists(reports))


def comments_url(**chosen: object) -> str:
    """The list with only those comments that ``chosen`` names, so that a count leads to what it counts."""
    query = {name: str(value) for name, value in chosen.items()}
    return f"{url_of('comments')}?{urlencode(query)}"


def count_of(number: int, **chosen: object) -> str:
    """A number that leads to what it counts; nothing counted leads nowhere."""
    return format_html('<a href="{}">{}</a>', comments_url(**chosen), number_format(number)) if number else "0"


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
