"""Articles with the conversation under each: open or not, how many comments stand where, and when the newest came."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, Q
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import Site

from articles.models import ArticlePage
from comments.desk.comment_list import OTHERS, WAITING, count_of
from comments.desk.screens import WIDE, DeskList, RightPolicy, url_of
from comments.desk.searching import with_words
from comments.models import Comment, Conversation
from comments.models.comment import QUEUED, State
from comments.rules.rights import MODERATE, SET_CONVERSATIONS

State_ = Conversation.State


@dataclass(frozen=True)
class Counts:
    """How many comments of a conversation stand where, and when the newest was sent."""

    published: int = 0
    waiting: int = 0
    others: int = 0
    newest: datetime | None = None


def counts_of(conversations: list[int]) -> dict[int, Counts]:
    """The counts of each conversation, by its id. One query, however many."""
    rows = Comment.objects.filter(conversation__in=conversations).order_by().values("conversation")
    counted = rows.annotate(
        published=Count("pk", filter=Q(state=State.PUBLISHED)),
        waiting=Count("pk", filter=Q(state__in=QUEUED)),
        all=Count("pk"),
        newest=Max("submit_date"),
    )
    return {
        row["conversation"]: Counts(
            row["published"], row["waiting"], row["all"] - row["published"] - row["waiting"], row["newest"]
        )
        for row in counted
    }


def shown_counts(counts: Counts, talk: Conversation | None, *, leads_on: bool) -> dict[str, str]:
    """The counts as they are shown: links to the comments for those who may read them (``leads_on``)."""
    states = {"published": State.PUBLISHED, "waiting": WAITING, "others": OTHERS}
    numbers = {name: getattr(counts, name) for name in states}
    if talk is None or not leads_on:
        return {name: number_format(number) for name, number in numbers.items()}
    return {name: count_of(numbers[name], conversation=talk.pk, state=state) for name, state in states.items()}


class ConversationFilterSet(WagtailFilterSet):
    """By community and state."""

    site = ModelChoiceFilter(
        queryset=Site.objects.select_related("root_page"), label=_("Community"), empty_label=_("Any"), method="in_site"
    )
    talk = ChoiceFilter(label=_("State"), empty_label=_("Any"), choices=State_.choices, method="in_state")

    class Meta:
        model = ArticlePage
        fields: list[str] = []

    def in_site(self, pages, _name, site):
        return pages.descendant_of(site.root_page)

    def in_state(self, pages, _name, state):
        found = Q(conversation__state=state)
        return pages.filter(found | Q(conversation=None) if state == State_.OPEN else found)


def state_words(page: ArticlePage) -> str:
    """The state; a conversation that nobody has begun is open."""
    state = State_(page.talk.state) if page.talk else State_.OPEN
    return str(state.label)


def closes_words(page: ArticlePage) -> str:
    """When it closes by itself."""
    days = page.talk.closes_after_days if page.talk else None
    return _t("as usual") if days is None else _t("%(days)d days") % {"days": days}


class ConversationsView(DeskList):
    """The list."""

    model = ArticlePage
    name = "conversations"
    detail = "conversation"
    permission_policy = RightPolicy(SET_CONVERSATIONS)
    page_title = _("Conversations")
    empty = _("There is no article yet.")
    no_match = _("No article matches.")
    is_searchable = True
    filterset_class = ConversationFilterSet
    default_ordering = [F("conversation__newest_seq").desc(nulls_last=True), "title", "pk"]

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Article"), get_url=self.get_detail_url, sort_key="title", width="35%"),
            Column("state", label=_("State"), accessor=state_words),
            Column("closes", label=_("Closes after"), accessor=closes_words, classname=WIDE),
            Column("published", label=_("Published"), accessor="shown.published"),
            Column("waiting", label=_("Waiting"), accessor="shown.waiting"),
            Column("others", label=_("Others"), accessor="shown.others", classname=WIDE),
            DateColumn("newest", label=_("Newest"), accessor="counts.newest", classname=WIDE),
        ]

    def get_base_queryset(self):
        return ArticlePage.objects.select_related("conversation", "locale")

    def search_queryset(self, queryset):
        return with_words(queryset, self.search_query, "title")

    def get_detail_url(self, row):
        return url_of("conversation", row.pk)

    def get_table(self, object_list):
        pages = list(object_list)
        for page in pages:
            page.talk = getattr(page, "conversation", None)
        counts = counts_of([page.talk.pk for page in pages if page.talk])
        for page in pages:
            page.counts = counts.get(page.talk.pk if page.talk else 0, Counts())
            page.shown = shown_counts(page.counts, page.talk, leads_on=self.request.user.has_perm(MODERATE))
        return super().get_table(pages)
