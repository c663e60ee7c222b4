"""An author hears what was decided, once nobody can undo it any more: for this the ledger is walked by number.

What was queued and the mark how far the walk has come are one transaction: killed at any instant, and run by two
workers at once, it queues one mail for a decision. Spam hears nothing, and neither does who only handed a comment on.
"""

from datetime import timedelta
from itertools import takewhile

from django.db import transaction
from django.utils import timezone

from comments.models import Comment, Decision, Progress, Sanction
from comments.rules.consenting import standing_consent
from comments.rules.deciding import UNDO_WINDOW
from comments.rules.settling import settle_reports
from consent.models import OutgoingMail, Purpose
from consent.outbox import enqueue

Action = Decision.Action
MARK = "answer"
BATCH = 200
SETTLED_AFTER = UNDO_WINDOW + timedelta(seconds=5)  # somebody may undo in the last second and commit after it
DECIDED, APPEALED, SANCTIONED = "comment-decision", "comment-appeal", "comment-sanction"  # kinds of letters
LETTERS = {
    Action.APPROVE: DECIDED,
    Action.TRUST: DECIDED,
    Action.REDACT: DECIDED,
    Action.RESTORE: DECIDED,
    Action.REJECT: DECIDED,
    Action.REMOVE: DECIDED,
    Action.ASK: DECIDED,
    Action.UPHOLD: APPEALED,
    Action.OVERTURN: APPEALED,
}
TOLD_OF_SANCTIONS_FOR = timedelta(days=2)  # far longer than a worker rests, far shorter than notes of mail are kept


def answer_authors() -> str:
    """Queues what authors are to hear. Returns a line on it."""
    mails = 0
    while (queued := answer_batch()) is not None:
        mails += queued
    return f"{mails + tell_of_sanctions()} letters queued"


@transaction.atomic
def answer_batch() -> int | None:
    """Walks over the next decisions that stand for good. Returns how many letters were queued; None at the end."""
    Progress.objects.get_or_create(name=MARK)
    mark = Progress.objects.select_for_update().get(name=MARK)
    until = timezone.now() - SETTLED_AFTER
    newer = Decision.objects.filter(number__gt=mark.number).order_by("number")[:BATCH]
    settled = list(takewhile(lambda each: each.recorded_at <= until, newer))
    if not settled:
        return None
    queued = sum(_follow(settled))
    mark.number = settled[-1].number
    mark.save(update_fields=["number"])
    return queued


def _follow(settled: list[Decision]):
    undone = Decision.objects.filter(
        comment_id__in={each.comment_id for each in settled},
        number__gt=settled[0].number,
        action=Action.UNDO,
    )
    numbers = set(undone.values_list("undoes", flat=True))
    found = Comment.objects.select_related("commenter__contact", "conversation__site")
    comments = found.in_bulk({each.comment_id for each in settled})
    for decision in settled:
        if decision.number not in numbers:
            if decision.action == Action.REDACT:
                settle_reports(decision)
            yield _tell(decision, comments.get(decision.comment_id))


def _tell(decision: Decision, comment: Comment | None) -> bool:
    """Queues the letter on one decision, if its author may be written to."""
    kind = LETTERS.get(Action(decision.action))
    contact = comment.commenter.contact if comment and comment.commenter else None
    if kind is None or comment is None or contact is None:
        return False
    site = comment.conversation.site
    if standing_consent(contact, site, Purpose.Kind.COMMENTS) is None:
        return False
    return enqueue(
        kind=kind,
        key=f"decision:{decision.number}",
        site=site,
        language=comment.language,
        contact=contact,
        about=str(decision.number),
        priority=3,
    )


@transaction.atomic
def tell_of_sanctions() -> int:
    """Queues letters on sanctions that were imposed of late. A sanction is told of once, by whomever."""
    since = timezone.now() - TOLD_OF_SANCTIONS_FOR
    recent = Sanction.objects.standing().filter(begins_at__range=(since, timezone.now() - SETTLED_AFTER))
    found = recent.exclude(commenter__contact=None).select_related("commenter__contact", "site").order_by("pk")
    told = set(OutgoingMail.objects.filter(kind=SANCTIONED, created_at__gte=since).values_list("subject_id", flat=True))
    return sum(_tell_of_sanction(each) for each in found if str(each.pk) not in told)


def _tell_of_sanction(sanction: Sanction) -> bool:
    contact = sanction.commenter.contact if sanction.commenter else None
    if contact is None or standing_consent(contact, sanction.site, Purpose.Kind.COMMENTS) is None:
        return False
    theirs = Comment.objects.filter(commenter=sanction.commenter).order_by("-pk")
    newest = theirs.values_list("language", flat=True).first()
    return enqueue(
        kind=SANCTIONED,
        key=f"sanction:{sanction.pk}",
        site=sanction.site,
        language=newest or contact.language,
        contact=contact,
        about=str(sanction.pk),
        priority=3,
    )
