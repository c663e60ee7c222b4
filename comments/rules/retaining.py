"""How long words are kept that readers don't see, and what hangs on them (GDPR, article 5 (1) (e)).

The places of comments stay, since answers and the ledger name them by number; their words go. What is on a page stays
as long as its author wants. Whatever is decided here is told to readers in ``comments.register``.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from comments.models import Appeal, Comment, CommenterNote, CommentLink, Decision, FollowUp, Report, Sanction
from comments.models.comment import State
from comments.rules.erasing import take_words

KEEPS = {  # since the comment came into the state; words of others stay
    State.WITHDRAWN: timedelta(days=30),
    State.SPAM: timedelta(days=90),
    State.REJECTED: timedelta(days=365),
    State.CHANGES: timedelta(days=365),
}
A_YEAR = timedelta(days=365)
KEEPS_STOPPED = timedelta(days=30)  # follow-ups
BATCH = 200


def forget_old() -> str:
    """Takes away whatever has had its time. Returns a line on it."""
    now = timezone.now()
    words = sum(_forget_words(state, now - kept) for state, kept in KEEPS.items())
    Appeal.objects.exclude(words="").filter(heard_at__lte=now - A_YEAR).update(words="")
    gone = (
        CommentLink.objects.filter(expires_at__lte=now),
        FollowUp.objects.filter(stopped_at__lte=now - KEEPS_STOPPED),
        Report.objects.filter(made_at__lte=now - A_YEAR),
        Sanction.objects.filter(Q(ends_at__lte=now - A_YEAR) | Q(lifted_at__lte=now - A_YEAR)),
        CommenterNote.objects.filter(written_at__lte=now - A_YEAR),
    )
    rows = sum(each.delete()[0] for each in gone)
    return f"words of {words} comments and {rows} rows deleted"


def _forget_words(state: str, until) -> int:
    """Takes the words of comments that came into ``state`` before ``until``. A batch of them is a transaction."""
    old = Comment.objects.filter(state=state).exclude(comment="", user_name="").order_by("pk")
    done, last = 0, 0
    while True:
        with transaction.atomic():
            pks = list(old.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH])
            due = _since(pks, state, until)
            held = Comment.objects.select_for_update(of=("self",)).filter(pk__in=due, state=state).order_by("pk")
            due = list(held.values_list("pk", flat=True))
            take_words(due)
        done += len(due)
        if len(pks) < BATCH:
            return done
        last = pks[-1]


def _since(pks: list[int], state: str, until) -> list[int]:
    """Those of the comments whose last step into ``state`` was taken before ``until``."""
    steps = Decision.objects.filter(comment_id__in=pks, to_state=state).exclude(from_state=F("to_state"))
    newest: dict[int, object] = {}
    for pk, recorded_at in steps.order_by("number").values_list("comment_id", "recorded_at"):
        newest[pk] = recorded_at
    return [pk for pk, recorded_at in newest.items() if recorded_at <= until]
