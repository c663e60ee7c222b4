"""Texts on their way through the workflow: which ones wait for a reviewer, and how a step ends.

``publish_workflow_state`` of Wagtail publishes the newest revision, not the approved one. Ours publishes the revision
that the ledger approves (``WAGTAIL_FINISH_WORKFLOW_ACTION``).
"""

from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState, WorkflowState

from articles.models import ArticlePage, MedicalReviewTask, ReviewDecision
from articles.publication.gate import PublicationRefusedError
from articles.review.current import current_review, needs_review


def is_settled(revision: Revision | None) -> bool:
    """Whether no reviewer has to see ``revision``: it needs no review, or its text is approved."""
    page = revision.as_object() if revision else None
    if not isinstance(page, ArticlePage):
        return True
    return not needs_review(page) or current_review(page).is_shown


def waiting_state(page: Page) -> TaskState | None:
    """The step at which ``page`` waits for a reviewer, if it does."""
    state = page.current_workflow_task_state
    return state if state and isinstance(state.task.specific, MedicalReviewTask) else None


def waits_for_somebody_else(page: Page) -> bool:
    """Whether ``page`` is at another step of a workflow than the reviewer's."""
    return page.current_workflow_task_state is not None and waiting_state(page) is None


def demand_decision(task_state: TaskState, action_name: str) -> None:
    """Raises ``PublicationRefusedError`` unless the ledger holds the decision that ``action_name`` claims."""
    page = task_state.revision.as_object()
    review = current_review(page)
    latest = ReviewDecision.objects.filter(page_id=page.pk, digest=review.digest).order_by("-number").first()
    has_asked = latest is not None and latest.outcome == ReviewDecision.Outcome.CHANGES
    if (action_name == "approve" and review.is_shown) or (action_name == "reject" and has_asked):
        return
    raise PublicationRefusedError(page, [_("A medical reviewer decides on the reviewer's desk.")])


def end_step(state: TaskState, revision: Revision, *, user, approved: bool, comment: str) -> None:
    """Ends the reviewer's step after a decision on ``revision``. The last step publishes it, whoever decided."""
    if state.revision_id != revision.pk:  # an editor changed the draft meanwhile, and the reviewer saw the change
        state.revision = revision
        state.save(update_fields=["revision"])
    if not approved:
        state.task.specific.on_action(state, user, "reject", comment=comment)
        return
    workflow_state = state.workflow_state
    demand_decision(state, "approve")
    state.approve(user=user, update=False, comment=comment)
    if _has_later_step(state):
        workflow_state.update(user=user)
    else:
        workflow_state.finish(user=user)


def _has_later_step(state: TaskState) -> bool:
    steps = list(
        state.workflow_state.workflow.workflow_tasks.filter(task__active=True).values_list("task_id", flat=True)
    )
    return state.task_id in steps and steps.index(state.task_id) < len(steps) - 1


def revision_to_publish(workflow_state: WorkflowState) -> Revision | None:
    """What a workflow that ends brings to readers: the newest of its revisions whose text is approved."""
    page = workflow_state.content_object
    latest = page.get_latest_revision()
    if not isinstance(page.specific, ArticlePage) or is_settled(latest):
        return latest
    decided = list(
        workflow_state.task_states.exclude(revision=None).order_by("-started_at").values_list("revision", flat=True)
    )
    for revision in Revision.objects.filter(pk__in=decided).order_by("-created_at"):
        if is_settled(revision):
            return revision
    return None
