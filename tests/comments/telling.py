"""What tests of answers to authors begin with: time that has passed, and the letters that wait."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from comments.models import Comment, Decision, FollowUp
from comments.rules.answering import answer_authors
from comments.rules.deciding import decide
from comments.rules.redacting import redact
from consent.mail.letter import write
from consent.models import OutgoingMail
from tests.conversing import a_moderator, fresh, seen

Action = Decision.Action
KINDS = ("comment-decision", "comment-appeal", "comment-sanction", "comment-follow-up")


def tell_at_once(monkeypatch) -> None:
    """Has the page of a comment tell of a decision as if the time to undo it were over."""
    monkeypatch.setattr("comments.status.told.UNDO_WINDOW", timedelta(seconds=-1))


def decided(comment: Comment, action: str, *, by="mona", **values) -> Decision:
    """A moderator decides on a comment as it stands now."""
    as_it_is = {"by": a_moderator(by), "seen": seen(fresh(comment))}
    if action == Action.REDACT:
        return redact(comment.pk, [(0, 2)], **as_it_is)
    return decide(comment.pk, action, **as_it_is, **values)


def answered(monkeypatch) -> list[OutgoingMail]:
    """The letters that wait once nothing can be undone any more."""
    monkeypatch.setattr("comments.rules.answering.SETTLED_AFTER", timedelta(0))
    answer_authors()
    return waiting()


def waiting() -> list[OutgoingMail]:
    """The letters to authors and followers, in the order in which they were queued."""
    return list(OutgoingMail.objects.filter(kind__in=KINDS).order_by("created_at", "pk"))


def written(mail: OutgoingMail):
    """The letter, as it would be sent now."""
    return write(OutgoingMail.objects.get(pk=mail.pk))


def a_day_passes() -> None:
    """As if those who follow had last been told more than a day ago, and comments were published after that."""
    FollowUp.objects.update(told_until=timezone.now() - timedelta(days=2))
    Comment.objects.exclude(published_at=None).update(published_at=timezone.now() - timedelta(hours=1))


def whole_database() -> str:
    """Every value of every row."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [repr(row) for row in cursor]
    return "\n".join(found)
