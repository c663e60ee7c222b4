"""Which revisions hold still. Wagtail's autosave writes over the newest one; what somebody handed in or decided on,
what readers see and what waits for its hour stays as it is, and the change becomes a revision of its own.
"""

from wagtail.models import Page, Revision, TaskState

from articles.models import ReviewDecision


def holds_still(revision: Revision) -> bool:
    """Whether something rests on ``revision``."""
    return (
        revision.approved_go_live_at is not None
        or TaskState.objects.filter(revision_id=revision.pk).exists()
        or ReviewDecision.objects.filter(revision_id=revision.pk).exists()
        or Page.objects.filter(live_revision_id=revision.pk).exists()
    )
