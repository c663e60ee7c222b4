"""Who is told by e-mail: reviewers when a draft waits for them, and whoever handed a text in when it is decided on.

Wagtail's own messages know neither our step nor its reasons. Ours are kept with the decision and go out once it stands.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.conf import settings
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
Say = tuple[list[User], dict[str, Any]]  # to whom, and what the template is told


@receiver(task_submitted)
def draft_waits(instance: TaskState, **_signal) -> None:
    """Tells the reviewers that a draft waits for them."""
    if isinstance(instance.task.specific, MedicalReviewTask):
        send("review_waiting", "submitted", partial(_submitted, instance))


@receiver(post_save, sender=ReviewDecision)
def text_is_decided_on(instance: ReviewDecision, created: bool, raw: bool = False, **_signal) -> None:
    """Tells whoever handed the text in, or wrote last on it, unless they decided themselves."""
    if created and not raw:
        send("review_decision", "approved" if instance.is_approval else "rejected", partial(_decided, instance))


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


def send(name: str, kind: str, say: Callable[[], Say]) -> None:
    """Sends ``articles/emails/<name>.txt`` to those who want messages of this ``kind``, each in their own language.

    To whom and what ``say`` finds out. A letter that can't be written keeps no other back, a mail server that is away
    only delays them, and neither undoes the decision.
    """
    send_to_staff(_letters(name, kind, say))


def _submitted(state: TaskState) -> Say:
    """To each reviewer who may decide."""
    page = state.revision.as_object()
    if not isinstance(page, ArticlePage):
        return [], {}
    by = state.workflow_state.requested_by
    reviewers = [reviewer for reviewer in may_be_asked(page) if reviewer != by]
    return reviewers, {"page": page, "by": by, "url": _address(page.pk)}


def _decided(decision: ReviewDecision) -> Say:
    """To whoever waits for the decision, unless they decided themselves."""
    page = ArticlePage.objects.filter(pk=decision.page_id).first()
    person = page and who_waits_for_an_answer(page, decision)
    people = [person] if person and person.pk != decision.reviewer_id else []
    return people, {"decision": decision, "page": page, "url": _address(decision.page_id)}


def _letters(name: str, kind: str, say: Callable[[], Say]) -> Iterator[Written]:
    people, values = say()
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
