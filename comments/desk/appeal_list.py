"""Appeals: those that wait first, oldest first, each with what it is against and who decided before."""

from django.db.models import Case, IntegerField, Value, When
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from comments.desk.filters import community_filter
from comments.desk.screens import WIDE, DeskList
from comments.models import Appeal, Decision
from comments.rules.appealing import APPEALABLE, NO_PART
from portal.text import first_words

EXCERPT = 100  # characters


class AppealFilterSet(WagtailFilterSet):
    """By outcome and community."""

    outcome = ChoiceFilter(label=_("Outcome"), empty_label=_("Any"), choices=Appeal.Outcome.choices)
    site = community_filter("comment__conversation__site")

    class Meta:
        model = Appeal
        fields: list[str] = []


def words_of(appeal: Appeal) -> str:
    """The beginning of what the author says."""
    return first_words(appeal.words, EXCERPT)


def standing_of(appeal: Appeal) -> str:
    """How it ended, or that it waits, or why it can't be heard now."""
    if appeal.outcome == Appeal.Outcome.OPEN and appeal.comment.state not in APPEALABLE:
        return _t("Rests: the comment is in another state now")
    return str(appeal.get_outcome_display())


class AppealsView(DeskList):
    """The list."""

    model = Appeal
    name = "appeals"
    detail = "appeal"
    page_title = _("Appeals")
    header_icon = "rotate"
    empty = _("Nobody has appealed.")
    no_match = _("No appeal matches.")
    is_searchable = False
    filterset_class = AppealFilterSet
    default_ordering = [
        Case(When(outcome=Appeal.Outcome.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField()),
        "made_at",
        "pk",
    ]

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "words", label=_("The author says"), accessor=words_of, get_url=self.get_detail_url, width="35%"
            ),
            Column("against", label=_("Against"), accessor="against_words"),
            Column("article", label=_("Article"), accessor="comment.conversation.title", classname=WIDE),
            DateColumn("made_at", label=_("Made")),
            Column("outcome", label=_("Outcome"), accessor=standing_of),
            Column("heard_by", label=_("Heard by"), classname=WIDE),
            Column("you", label=_("You"), accessor="you"),
        ]

    def get_base_queryset(self):
        return Appeal.objects.select_related("comment__conversation", "heard_by")

    def get_table(self, object_list):
        appeals = list(object_list)
        against = Decision.objects.in_bulk([each.decision_number for each in appeals], field_name="number")
        mine = set(
            Decision.objects.filter(
                comment_id__in=[each.comment_id for each in appeals], moderator_id=self.request.user.pk
            )
            .exclude(action__in=NO_PART)
            .values_list("comment_id", flat=True)
        )
        for appeal in appeals:
            decision = against.get(appeal.decision_number)
            appeal.against_words = decision.get_action_display() if decision else ""
            waits = appeal.outcome == Appeal.Outcome.OPEN
            appeal.you = _t("decided before") if waits and appeal.comment_id in mine else ""
        return super().get_table(appeals)
