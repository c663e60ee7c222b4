"""What staff do when somebody may be in danger: look, act, and have a second person look at what was done.

The clock runs from opening until somebody looked. A case is closed by two people: whoever signs off neither handled it
nor wrote the comment. Each step is taken once (compare-and-set). Sources: DESIGN.md, M7; the four-eyes rule of
Samaritans' guidelines for platforms that host talk of self-harm and suicide (2020). docs/crisis.md is the procedure.
"""

from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from comments.models import CrisisCase
from comments.rules.deciding import ConflictError, NotAllowedError, demand_other_person, held, newest_decision
from comments.rules.rights import MODERATE, demand
from portal.models import User

LONGEST = 2000  # characters of what was done


def target() -> timedelta:
    """How soon somebody should look (setting ``CRISIS_TARGET_MINUTES``)."""
    return timedelta(minutes=settings.CRISIS_TARGET_MINUTES)


def overdue(now: datetime | None = None) -> QuerySet[CrisisCase]:
    """Cases that nobody has seen in time, the oldest first."""
    return CrisisCase.objects.filter(seen_at=None, opened_at__lte=(now or timezone.now()) - target())


@transaction.atomic
def see(case: CrisisCase, by: User) -> CrisisCase:
    """Somebody looks: this answers the clock. Doing it again changes nothing. Raises ``NotAllowedError``."""
    found = _held(case, by)
    if found.seen_at is None:
        found.seen_at, found.seen_by = timezone.now(), by
        _keep(found, "seen_at", "seen_by")
    return found


@transaction.atomic
def handle(case: CrisisCase, by: User, what_was_done: str) -> CrisisCase:
    """Somebody did what the procedure asks for, and says what. Who has not looked before looks with this.

    Raises ``ConflictError`` if it was handled meanwhile, ``NotAllowedError("words")`` without words.
    """
    found, words = _held(case, by), what_was_done.strip()
    if not words or len(words) > LONGEST:
        raise NotAllowedError("words")
    if found.handled_at is not None or found.opened_at != case.opened_at:
        raise _conflict(found)
    now = timezone.now()
    if found.seen_at is None:
        found.seen_at, found.seen_by = now, by
    found.handled_at, found.handled_by, found.what_was_done = now, by, words
    _keep(found, "seen_at", "seen_by", "handled_at", "handled_by", "what_was_done")
    return found


@transaction.atomic
def sign_off(case: CrisisCase, by: User) -> CrisisCase:
    """A second person agrees with what was done; the case is closed.

    ``case`` is what they had before them. Raises ``ConflictError`` if it is another now, and ``NotAllowedError``:
    ``unhandled``, ``same`` (person), ``own`` (comment).
    """
    found = _held(case, by)
    if found.signed_off_at is not None or found.handled_at != case.handled_at:
        raise _conflict(found)
    if found.handled_at is None:
        raise NotAllowedError("unhandled")
    if found.handled_by_id == by.pk:
        raise NotAllowedError("same")
    found.signed_off_at, found.signed_off_by = timezone.now(), by
    _keep(found, "signed_off_at", "signed_off_by")
    return found


def _held(case: CrisisCase, by: User) -> CrisisCase:
    """The case, locked behind its comment. Raises ``NotAllowedError("own")`` for who wrote that."""
    demand(by, MODERATE)
    if case.comment_id is not None:
        with suppress(ConflictError):  # the comment is gone, the case is not
            demand_other_person(held(case.comment_id), by)
    found = CrisisCase.objects.select_for_update().filter(pk=case.pk).first()
    if found is None:
        raise ConflictError(None, None)
    return found


def _keep(case: CrisisCase, *names: str) -> None:
    values = {name: getattr(case, name) for name in names}
    CrisisCase.objects.filter(pk=case.pk).update(**values)


def _conflict(case: CrisisCase) -> ConflictError:
    return ConflictError(case.comment, newest_decision(case.comment_ref))
