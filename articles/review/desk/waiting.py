"""What waits for a reviewer: drafts at the medical step of their workflow. Those that this person may decide on come
first; the others are shown apart, with the reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from articles.models import ArticlePage, MedicalReviewTask, Reference
from articles.review.communities import Communities
from articles.review.contributors import contributors_of, has_contributed
from articles.review.desk.access import seen_by
from articles.review.desk.retracted import retracted_in
from articles.review.eligibility import declined_by, may_review
from portal.models import User


@dataclass(frozen=True)
class WaitingDraft:
    """A draft that waits, and why it does not wait for this person, if so."""

    pk: int
    title: str
    community: str
    since: datetime
    by: str
    is_new: bool  # whether readers see no earlier text of it
    retracted: tuple[Reference, ...]
    reason: str = ""

    @property
    def may_decide(self) -> bool:
        """Whether it waits for this person."""
        return not self.reason


def waiting_drafts(user: User) -> list[WaitingDraft]:
    """Every draft that waits, as ``user`` sees it: retracted sources first, then the longest waiting. A fixed number of
    queries.
    """
    states = {int(state.workflow_state.object_id): state for state in _states()}
    rows = seen_by(user, ArticlePage.objects.filter(pk__in=states)).select_related("latest_revision")
    drafts = [_draft_of(row) for row in rows]
    reasons = _reasons(user, drafts)
    communities, retracted = Communities(), retracted_in(drafts)
    found = [
        WaitingDraft(
            pk=draft.pk,
            title=draft.title,
            community=communities.name_of(draft),
            since=states[draft.pk].started_at,
            by=str(states[draft.pk].workflow_state.requested_by or ""),
            is_new=not draft.live,
            retracted=tuple(retracted.get(draft.pk, ())),
            reason=reasons.get(draft.pk, ""),
        )
        for draft in drafts
    ]
    return sorted(found, key=lambda waiting: (not waiting.retracted, waiting.since))


def _states():
    return TaskState.objects.filter(
        task__in=MedicalReviewTask.objects.values("pk"),
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    ).select_related("workflow_state__requested_by")


def _draft_of(row: ArticlePage) -> ArticlePage:
    """The newest draft, to be read and never saved, standing where the page stands now."""
    if row.latest_revision is None:
        return row
    draft = ArticlePage.from_serializable_data(row.latest_revision.content, check_fks=False)
    draft.pk, draft.path, draft.live, draft.alias_of_id = row.pk, row.path, row.live, row.alias_of_id
    return draft


def _reasons(user: User, drafts: Iterable[ArticlePage]) -> dict[int, str]:
    """Why each of ``drafts`` does not wait for ``user``; nothing for those that do."""
    if not may_review(user):
        return {draft.pk: _("You have no credential that is valid today.") for draft in drafts}
    declined = declined_by(user, [draft.pk for draft in drafts])
    reasons = {
        pk: _("You declined it on %(day)s for a conflict of interest.") % {"day": date_format(decision.reviewed_on)}
        for pk, decision in declined.items()
    }
    for pk, contributors in contributors_of(drafts).items():
        if has_contributed(user, contributors):
            reasons[pk] = _("You contributed to this text. Somebody else has to review it.")
    return reasons
