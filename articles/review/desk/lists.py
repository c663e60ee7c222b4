"""The lists of the desk, each in the order of what matters: an article that cites a retracted source comes first, then
what has waited longest.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.review.desk.kept import KeptLists
from articles.review.desk.live import WITHHELD, LiveArticle, live_articles
from articles.review.desk.waiting import WaitingDraft, waiting_drafts
from articles.review.eligibility import may_review
from articles.review.standings import is_large
from articles.review.status import Standing
from portal.models import User

QUEUE = "queue"


class LiveList(NamedTuple):
    """A list of live articles: which ones, in which order, and what is said when there are none."""

    name: str
    label: Any
    one: Any  # in a count on the dashboard: "1 Overdue review"
    many: Any
    icon: str
    empty: Any
    holds: Callable[[LiveArticle], bool]
    order: Callable[[LiveArticle], Any]


def _by_due_day(article: LiveArticle):
    return (not article.retracted, article.due_on or date.max, article.title)


def _by_loss(article: LiveArticle):
    last = article.last_approval
    return (not article.retracted, WITHHELD.index(article.standing), last.reviewed_on if last else date.min)


LIVE_LISTS = (
    LiveList(
        "overdue",
        _("Overdue"),
        _("Overdue review"),
        _("Overdue reviews"),
        "warning",
        _("No review is overdue. Every date that readers are told is kept."),
        lambda article: article.standing == Standing.OVERDUE,
        _by_due_day,
    ),
    LiveList(
        "due-soon",
        _("Due soon"),
        _("Review due soon"),
        _("Reviews due soon"),
        "calendar",
        _("No review is due in the next weeks."),
        lambda article: article.standing == Standing.DUE_SOON,
        _by_due_day,
    ),
    LiveList(
        "changed",
        _("Changed since review"),
        _("Article changed since review"),
        _("Articles changed since review"),
        "edit",
        _("Every live article stands as it was approved, word for word."),
        lambda article: article.standing in WITHHELD,
        _by_loss,
    ),
    LiveList(
        "retracted",
        _("Retracted sources"),
        _("Article with a retracted source"),
        _("Articles with a retracted source"),
        "circle-xmark",
        _("No live article cites a source that is marked as retracted."),
        lambda article: bool(article.retracted),
        _by_due_day,
    ),
)


def list_url(name: str) -> str:
    """Where a list of the desk stands."""
    return reverse("review_desk") if name == QUEUE else reverse("review_desk_list", kwargs={"name": name})


class Desk:
    """The desk of one person. Each list is read when it is first asked for."""

    def __init__(self, user: User):
        self.user = user

    @cached_property
    def drafts(self) -> list[WaitingDraft]:
        """Every draft that waits for a reviewer."""
        return waiting_drafts(self.user)

    @cached_property
    def is_reviewer(self) -> bool:
        """Whether the person may decide today, or only watches over the lists."""
        return may_review(self.user)

    @cached_property
    def queue(self) -> list[WaitingDraft]:
        """What waits for this person; for those without a credential: for any reviewer."""
        return [draft for draft in self.drafts if draft.may_decide or not self.is_reviewer]

    @cached_property
    def apart(self) -> list[WaitingDraft]:
        """What waits for other reviewers, with the reason."""
        return [draft for draft in self.drafts if not draft.may_decide and self.is_reviewer]

    @cached_property
    def kept(self) -> KeptLists | None:
        """What is kept of articles where there are too many to look at; None where all are looked at."""
        return KeptLists(self.user) if is_large() else None

    def count(self, wanted: LiveList) -> int:
        """How many articles a list has. In a large portal: had, when they were last looked at."""
        return self.kept.count(wanted.name) if self.kept else len(self.live_list(wanted))

    def places(self, wanted: LiveList) -> Sequence[LiveArticle] | QuerySet:
        """What a paginator cuts pages from."""
        return self.kept.of(wanted.name).values_list("pk", flat=True) if self.kept else self.live_list(wanted)

    def look_at(self, wanted: LiveList, page: Iterable[Any]) -> list[LiveArticle]:
        """The articles of one page of ``places`` that stand there now."""
        if not self.kept:
            return list(page)
        ids = list(page)
        found = {article.pk: article for article in live_articles(self.user, ids)}
        return [found[pk] for pk in ids if pk in found and wanted.holds(found[pk])]

    @cached_property
    def _live(self) -> list[LiveArticle]:
        return live_articles(self.user)

    def live_list(self, wanted: LiveList) -> list[LiveArticle]:
        """The articles of one list, in its order."""
        found: Iterable[LiveArticle] = (article for article in self._live if wanted.holds(article))
        return sorted(found, key=wanted.order)
