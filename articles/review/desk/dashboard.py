"""What the desk adds to the dashboard: counts that lead to its lists, what waits for a reviewer, and a first step."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.review.desk.access import may_open_desk
from articles.review.desk.frame import ICON, review_url
from articles.review.desk.lists import LIVE_LISTS, QUEUE, Desk, list_url
from articles.review.desk.waiting import WaitingDraft
from articles.review.eligibility import may_review
from portal.admin.dashboard import CountItem, ListPanel, Step
from portal.models import User

ONLY_IF_ANY = ("retracted",)  # a count of none would raise a question that most never have


def desk_of(request) -> Desk:
    """The desk of the person who asks, read once for all parts of the dashboard."""
    return vars(request).setdefault("review_desk", Desk(request.user))


def first_steps(user: User) -> Iterator[Step]:
    """What a reviewer starts with."""
    if may_review(user):
        yield Step(_("Review what waits"), reverse("review_desk"), ICON)


def count_reviews(request, items) -> None:
    """Adds a count for each list of the desk."""
    if not may_open_desk(request.user):
        return
    own = desk_of(request)
    counts = [(QUEUE, len(own.queue), _("Draft waits for review"), _("Drafts wait for review"), ICON)]
    counts += [(one.name, own.count(one), one.one, one.many, one.icon) for one in LIVE_LISTS]
    for order, (name, count, one, many, icon) in enumerate(counts, start=40):
        if count or name not in ONLY_IF_ANY:
            items.append(
                CountItem(request, order=order, count=count, one=one, many=many, url=list_url(name), icon=icon)
            )


class WaitingForReviewPanel(ListPanel):
    """The reviewer's queue: retracted sources first, then the longest waiting."""

    name = "waiting_for_review"
    order = 60
    heading = _("Waiting for your review")
    empty = _("Nothing waits for your review.")

    def __init__(self, desk: Desk):
        super().__init__(desk.user)
        self.desk = desk

    @property
    def more_url(self):
        return list_url(QUEUE)

    @cached_property
    def lines(self):
        return [
            {"title": draft.title, "url": review_url(draft.pk), "when": draft.since, "note": note_on(draft)}
            for draft in self.desk.queue
        ]


def note_on(draft: WaitingDraft) -> str:
    """The one thing to know about a draft before it is opened."""
    if draft.retracted:
        return gettext("cites a retracted source")
    return gettext("by %(person)s") % {"person": draft.by} if draft.by else ""


def add_waiting_reviews(request, panels) -> None:
    """Adds the queue for reviewers."""
    if may_review(request.user):
        panels.append(WaitingForReviewPanel(desk_of(request)))
