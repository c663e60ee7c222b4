"""Cases in which somebody may be in danger, open ones first, oldest first, with the clock. No word of a comment."""

from django.db.models import Case, IntegerField, Value, When
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from comments.desk.crisis_clock import clock_words, step_words
from comments.desk.filters import community_filter
from comments.desk.screens import WIDE, DeskList
from comments.models import CrisisCase

OPEN, CLOSED = "open", "closed"


class CaseFilterSet(WagtailFilterSet):
    """By whether they are open, and by community."""

    which = ChoiceFilter(
        label=_("Cases"),
        empty_label=_("All"),
        choices=[(OPEN, _("Open ones")), (CLOSED, _("Closed ones"))],
        method="that_are",
    )
    site = community_filter("site")

    class Meta:
        model = CrisisCase
        fields: list[str] = []

    def that_are(self, cases, _name, which):
        return cases.filter(signed_off_at__isnull=which == OPEN)


def title_of(case: CrisisCase) -> str:
    """The number of the comment, which outlives it."""
    return _t("Comment %(number)d") % {"number": case.comment_ref}


def article_of(case: CrisisCase) -> str:
    """The title of the article, as long as the comment is there."""
    return case.comment.conversation.title if case.comment else ""


class CrisisCasesView(DeskList):
    """The list."""

    model = CrisisCase
    name = "crisis_cases"
    detail = "crisis_case"
    page_title = _("People in danger")
    header_icon = "warning"
    empty = _("No case was ever opened.")
    no_match = _("No case matches.")
    is_searchable = False
    filterset_class = CaseFilterSet
    default_ordering = [
        Case(When(signed_off_at=None, then=Value(0)), default=Value(1), output_field=IntegerField()),
        "opened_at",
        "pk",
    ]

    @cached_property
    def columns(self):
        return [
            TitleColumn("case", label=_("Case"), accessor=title_of, get_url=self.get_detail_url),
            Column("clock", label=_("Open for"), accessor=clock_words),
            Column("step", label=_("Stands"), accessor=step_words),
            Column("article", label=_("Article"), accessor=article_of, classname=WIDE),
            DateColumn("opened_at", label=_("Opened"), classname=WIDE),
            Column("handled_by", label=_("Handled by"), classname=WIDE),
            Column("signed_off_by", label=_("Signed off by"), classname=WIDE),
        ]

    def get_base_queryset(self):
        return CrisisCase.objects.select_related("comment__conversation", "handled_by", "signed_off_by")
