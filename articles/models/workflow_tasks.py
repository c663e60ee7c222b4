"""The two steps from a draft to the public: an editor, then a medical reviewer.

Each is skipped for those who need not take it: the editor's where an editor hands in, the reviewer's for a text that
needs no review or has its approval.
"""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import AbstractGroupApprovalTask, Task, TaskState


def skipped(task: Task, workflow_state, revision, user) -> TaskState:
    """The state of a step that nobody has to take."""
    return TaskState.objects.create(
        workflow_state=workflow_state,
        revision=revision,
        task=task,
        status=TaskState.STATUS_SKIPPED,
        finished_at=timezone.now(),
        finished_by=user,
    )


def only_what_was_asked(task: Task, action_name: str, extra: dict) -> dict:
    """What the form of an action takes of ``extra``, which Wagtail hands over as the browser sent it."""
    form = task.get_form_for_action(action_name)(extra)
    return form.cleaned_data if form.is_valid() else {}


class EditorialApprovalTask(AbstractGroupApprovalTask):
    """Waits for an editor, unless an editor handed the text in."""

    class Meta:
        verbose_name = _("editorial approval")
        verbose_name_plural = _("editorial approvals")

    def start(self, workflow_state, user=None):
        """Begins to wait, or is skipped for a text that one of the group handed in."""
        if user and self._user_in_groups(user):
            return skipped(self, workflow_state, workflow_state.content_object.get_latest_revision(), user)
        return super().start(workflow_state, user=user)

    def on_action(self, task_state, user, action_name, **kwargs):
        """Takes a step with what its form asks for and nothing else."""
        return super().on_action(task_state, user, action_name, **only_what_was_asked(self, action_name, kwargs))

    @classmethod
    def get_description(cls):
        return _("A member of the chosen groups approves. What one of them hands in needs no second approval")


class OpenWhileReviewed(WorkflowLock):
    """No lock: editors go on writing, and the reviewer decides on the newest draft. Wagtail would say otherwise."""

    def get_icon(self, user, can_lock=False):
        return "lock-open"

    def get_locked_by(self, user, can_lock=False):
        return _("Unlocked")

    def get_description(self, user, can_lock=False):
        return _("Editors may go on writing: the medical reviewer decides on the newest draft")


class MedicalReviewTask(Task):
    """Waits for an approval in the ledger. It is given on the reviewer's desk and nowhere else."""

    lock_class = OpenWhileReviewed

    class Meta:
        verbose_name = _("medical review")
        verbose_name_plural = _("medical reviews")

    def start(self, workflow_state, user=None):
        """Begins to wait, or is skipped for what needs no review or has its approval already."""
        from articles.review.submission import is_settled  # noqa: PLC0415 - reads these models

        revision = workflow_state.content_object.get_latest_revision()
        if is_settled(revision):
            return skipped(self, workflow_state, revision, user)
        return super().start(workflow_state, user=user)

    def on_action(self, task_state, user, action_name, **kwargs):
        """Takes a step only where the ledger holds the decision for it. Raises ``PublicationRefusedError``."""
        from articles.review.submission import demand_decision  # noqa: PLC0415 - reads these models

        demand_decision(task_state, action_name)
        return super().on_action(task_state, user, action_name, **only_what_was_asked(self, action_name, kwargs))

    # Nobody gets into the editor by this step, nor into the lists that lead there: a reviewer who changed the text
    # could no longer approve it. ``Task`` says so already; the desk has a queue of its own.

    @classmethod
    def get_description(cls):
        return _("A medical reviewer approves the exact text, on the reviewer's desk")
