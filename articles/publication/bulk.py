"""Publishing many pages at once: those that may go live do, the others are named."""

from django.db import transaction
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction

from articles.publication.gate import PublicationRefusedError


class PublishWhatMayBeAction(PublishBulkAction):
    """Wagtail's action, page by page: one refusal does not keep the others."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.refusals: list[str] = []

    def get_execution_context(self):
        return {**super().get_execution_context(), "refusals": self.refusals}

    @classmethod
    def execute_action(cls, objects, include_descendants=False, user=None, refusals=None, **kwargs):
        """Publishes ``objects`` and, if wanted, their drafts below. Returns how many of each went live."""
        counts = [0, 0]
        refusals = refusals if refusals is not None else []
        for page in objects:
            counts[0] += cls._publish(page, user, refusals)
            if include_descendants:
                for below in page.get_descendants().not_live().specific().iterator():
                    if user is None or below.permissions_for_user(user).can_publish():
                        counts[1] += cls._publish(below, user, refusals)
        return tuple(counts)

    @classmethod
    def _publish(cls, page, user, refusals):
        try:
            with transaction.atomic():
                revision = page.get_latest_revision() or page.specific.save_revision(user=user)
                revision.publish(user=user)
        except PublicationRefusedError as error:
            refusals.append(error.messages[0])
            return False
        return True

    def get_success_message(self, num_parent_objects, num_child_objects):
        for refusal in self.refusals:
            messages.error(self.request, refusal)
        if not num_parent_objects and not num_child_objects:
            return None
        return super().get_success_message(num_parent_objects, num_child_objects)
