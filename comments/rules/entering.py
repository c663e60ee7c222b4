"""What becomes of a comment whose author is known: it is screened, and joins the queue or is published.

A crisis finding always leads to a person first, at the top of the queue (DESIGN.md, M7), and so does a comment whose
case nobody has handled, whatever its newest words are.
"""

from collections.abc import Iterable, Sequence

from comments.models import Comment, ConversationSettings, Finding
from comments.models.comment import State
from comments.rules.cases import awaits_help, open_case
from comments.rules.places import obstacle_under
from comments.rules.sanctioning import forbidding, standing_sanctions
from comments.rules.trusting import may_publish_at_once
from comments.screening.detector import About, Category, Found

FIRST, SOON, AS_USUAL = 0, 3, 5  # priorities
SERIOUS = {Category.ADVERSE_EVENT, Category.DOSAGE, Category.PERSONAL_DATA}


def keep_findings(comment: Comment, found: Iterable[Found]) -> None:
    """Keeps what was found in the newest wording, and opens a case if somebody may be in danger."""
    rows = [
        Finding(
            comment=comment,
            revision=comment.revision,
            detector=each.detector,
            version=each.version,
            category=each.category,
            reason=each.reason,
            start=each.start,
            end=each.end,
        )
        for each in found
    ]
    Finding.objects.bulk_create(rows)
    if is_crisis(found):
        open_case(comment)


def is_crisis(found: Iterable[Found]) -> bool:
    """Whether a text sounds as if somebody were in danger."""
    return any(each.category == Category.CRISIS for each in found)


def priority_of(found: Sequence[Found]) -> int:
    """The lowest is looked at first."""
    if is_crisis(found):
        return FIRST
    return SOON if any(each.category in SERIOUS for each in found) else AS_USUAL


def priority_in(comment: Comment, found: Sequence[Found]) -> int:
    """The same for a comment that may have a case: other words don't take it from the top."""
    return FIRST if awaits_help(comment) else priority_of(found)


def where_to(comment: Comment, found: Sequence[Found]) -> State:
    """The state that a comment of somebody who is known gets: ``REJECTED`` under a ban, never more than it may be.

    Where nothing can be said any more (closed, paused, unpublished meanwhile), nobody is published without a moderator.
    """
    commenter, site = comment.commenter, comment.conversation.site
    if commenter is None or commenter.contact is None:
        raise ValueError("The author is not known yet.")
    sanctions = standing_sanctions(commenter.contact, site.pk)
    if is_crisis(found) or awaits_help(comment):
        return State.ESCALATED
    if forbidding(sanctions):
        return State.REJECTED
    settings = ConversationSettings.for_site(site)
    if not may_publish_at_once(commenter, settings, found, sanctions):
        return State.PENDING
    return State.PENDING if obstacle_under(comment.conversation, site) else State.PUBLISHED


def about(comment: Comment) -> About:
    """What detectors are told of a comment."""
    return About(
        language=comment.language,
        site_id=comment.conversation.site_id,
        conversation_id=comment.conversation_id,
        commenter_id=comment.commenter_id,
        comment_id=comment.pk,
    )
