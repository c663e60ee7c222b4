"""Who is told by e-mail: reviewers when a draft waits for them, and whoever handed a text in when it is decided on.

Wagtail's own messages know neither our step nor its reasons. Ours go out once the decision is in the database; one that
can't be sent is kept and tried again, and keeps nobody from deciding.
"""

import logging
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin import signal_handlers
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted
from wagtail.users.models import UserProfile

from articles.models import ArticlePage, Credential, MedicalReviewTask, ReviewDecision
from articles.review import submission
from articles.review.calendar import today_for
from articles.review.contributors import contributors_to, has_contributed
from portal.models import User
from portal.staff_outbox import Written
from portal.staff_outbox import send as send_to_staff

logger = logging.getLogger(__name__)
Outcome = ReviewDecision.Outcome


@receiver(task_submitted)
def draft_waits(instance: TaskState, **_signal) -> None:
    """Tells the reviewers that a draft waits for them."""
    if isinstance(instance.task.specific, MedicalReviewTask):
        transaction.on_commit(partial(tell_reviewers, instance.pk), robust=True)


@receiver(post_save, sender=ReviewDecision)
def text_is_decided_on(instance: ReviewDecision, created: bool, raw: bool = False, **_signal) -> None:
    """Tells whoever handed the text in, or wrote last on it, unless they decided themselves."""
    page = ArticlePage.objects.filter(pk=instance.page_id).first() if created and not raw else None
    person = page and who_waits_for_an_answer(page, instance)
    if person and person.pk != instance.reviewer_id:
        transaction.on_commit(partial(tell_of_decision, instance.pk, person), robust=True)


def who_waits_for_an_answer(page: ArticlePage, decision: ReviewDecision) -> User | None:
    """Whoever handed the draft in. Where nobody did, an approval needs no answer; else whoever wrote last."""
    if state := submission.waiting_state(page):
        return state.workflow_state.requested_by
    if decision.is_approval:
        return None
    revision = page.get_latest_revision()
    return (revision.user if revision else None) or page.owner


def may_be_asked(page: ArticlePage) -> list[User]:
    """The reviewers who may decide on ``page``: with a credential that is valid today, and no part in writing it."""
    valid = Credential.objects.valid_on(today_for(page)).values("user")
    contributors = contributors_to(page)
    reviewers = User.objects.filter(pk__in=valid, is_active=True).order_by("pk")
    return [reviewer for reviewer in reviewers if not has_contributed(reviewer, contributors)]


def tell_reviewers(state_id: int) -> None:
    """Sends a letter to each reviewer who may decide, if the draft still waits."""
    state = TaskState.objects.filter(pk=state_id, status=TaskState.STATUS_IN_PROGRESS).first()
    if state is None or not isinstance(page := state.revision.as_object(), ArticlePage):
        return
    by = state.workflow_state.requested_by
    reviewers = [reviewer for reviewer in may_be_asked(page) if reviewer != by]
    send("review_waiting", reviewers, "submitted", {"page": page, "by": by, "url": _address(page.pk)})


def tell_of_decision(decision_id: int, person: User) -> None:
    """Sends the decision to the one who waits for it."""
    decision = ReviewDecision.objects.get(pk=decision_id)
    page = ArticlePage.objects.filter(pk=decision.page_id).first()
    kind = "approved" if decision.is_approval else "rejected"
    values = {"decision": decision, "page": page, "url": _address(decision.page_id)}
    send("review_decision", [person], kind, values)


def send(name: str, people: Iterable[User], kind: str, values: dict[str, Any]) -> None:
    """Sends ``articles/emails/<name>.txt`` to those of ``people`` who want messages of this ``kind``, each in their own
    language. One that can't be written keeps no other back, and a mail server that is away only delays them.
    """
    send_to_staff(_letters(name, people, kind, values))


def _letters(name: str, people: Iterable[User], kind: str, values: dict[str, Any]) -> Iterator[Written]:
    for person in people:
        profile = UserProfile.get_for_user(person)
        if not (person.is_active and person.email and getattr(profile, f"{kind}_notifications")):
            continue
        try:
            with override(profile.get_preferred_language()):
                subject = render_to_string(f"articles/emails/{name}_subject.txt", {**values, "person": person})
                text = render_to_string(f"articles/emails/{name}.txt", {**values, "person": person})
            yield Written(person, name, subject, text.strip() + "\n")
        except Exception:
            logger.exception("The letter “%s” to account %s could not be written", name, person.pk)


def _address(page_id: int) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('review', args=[page_id])}"


def is_told_by_us(workflow_state: WorkflowState) -> bool:
    """Whether a workflow was ended or sent back by a reviewer: then our letter tells of it."""
    state = workflow_state.current_task_state
    by_somebody = (TaskState.STATUS_APPROVED, TaskState.STATUS_REJECTED)
    return bool(state and state.status in by_somebody and isinstance(state.task.specific, MedicalReviewTask))


def _leave_to_us(notifier) -> None:
    """Keeps one of Wagtail's notifiers from telling what our letter tells: it would tell it inside the transaction, and
    a mail server that does not answer would undo the decision.
    """
    can_handle = notifier.can_handle
    notifier.can_handle = lambda instance, **kwargs: can_handle(instance, **kwargs) and not is_told_by_us(instance)


for _notifier in (
    signal_handlers.workflow_approval_email_notifier,
    signal_handlers.workflow_rejection_email_notifier,
):
    _leave_to_us(_notifier)
