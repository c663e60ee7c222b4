"""Reminders of reviews that are due: one mail a person for everything that is new, each thing told once.

They go to the reviewer who signed, and to the editors. A reminder is noted in the same transaction that sends it: if
the mail can't be sent, the next run tries again.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils.translation import ngettext
from wagtail.admin.mail import send_mail
from wagtail.permissions import policy_registry

from articles.models import ArticlePage, ReviewDecision, ReviewReminder
from articles.review.status import Standing
from articles.review.survey import live_information, survey
from portal.models import User

logger = logging.getLogger(__name__)
Kind = ReviewReminder.Kind
KINDS = {Standing.DUE_SOON: Kind.AHEAD, Standing.OVERDUE: Kind.OVERDUE}


class Due(NamedTuple):
    """An article whose review is due soon or overdue, and the decision that says so."""

    page: ArticlePage
    decision: ReviewDecision
    kind: str

    @property
    def is_overdue(self) -> bool:
        """Whether the day has passed."""
        return self.kind == Kind.OVERDUE


def due_reviews() -> Iterator[Due]:
    """Every live article whose text stands and whose next review is due soon or overdue."""
    for page, review in survey(live_information()):
        if review.decision and review.standing in KINDS:
            yield Due(page, review.decision, KINDS[review.standing])


def send_reminders() -> int:
    """Sends what nobody has been told yet. Returns how many mails went out."""
    waiting: dict[int, list[Due]] = defaultdict(list)
    people = {user.pk: user for user in User.objects.filter(is_active=True).exclude(email="")}
    for due in sorted(due_reviews(), key=lambda due: (due.decision.due_on, due.page.pk)):
        for user_id in _recipients(due, people):
            waiting[user_id].append(due)
    return sum(_remind(people[user_id], found) for user_id, found in waiting.items())


def _recipients(due: Due, people: dict[int, User]) -> Iterable[int]:
    policy = policy_registry.get_by_type(ArticlePage)
    editors = policy.users_with_any_permission_for_instance(["publish"], due.page).values_list("pk", flat=True)
    return sorted({due.decision.reviewer_id, *editors} & people.keys())


def _remind(user: User, found: list[Due]) -> bool:
    """Whether a mail went to ``user``."""
    try:
        with transaction.atomic():
            new = [due for due in found if _is_new(due, user)]
            if new:
                _send(user, new)
    except (
        OSError
    ) as error:  # a mail server that is away must not keep others from being told; its words may hold the address
        logger.error("A reminder could not be sent to account %s: %s", user.pk, type(error).__name__)
        return False
    return bool(new)


def _is_new(due: Due, user: User) -> bool:
    try:
        with transaction.atomic():
            ReviewReminder.objects.create(decision_number=due.decision.number, kind=due.kind, user=user)
    except IntegrityError:
        return False
    return True


def _send(user: User, found: list[Due]) -> None:
    subject = ngettext("%(count)d medical review is due", "%(count)d medical reviews are due", len(found))
    text = render_to_string("articles/emails/review_reminder.txt", {"user": user, "found": found})
    send_mail(subject % {"count": len(found)}, text, [user.email])
