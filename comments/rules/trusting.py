"""Trust grows with approved comments of a confirmed identity; a community may let it publish at once."""

from collections.abc import Sequence

from comments.models import Comment, Commenter, ConversationSettings, Sanction
from comments.screening.detector import Found


def may_publish_at_once(
    commenter: Commenter, settings: ConversationSettings, found: Sequence[Found], sanctions: Sequence[Sanction]
) -> bool:
    """Whether a comment needs no moderator first: never with a finding, never under a sanction, never in the name of
    somebody who has died. At most one query.
    """
    if settings.trusted_after is None or found or sanctions or commenter.contact_id is None or commenter.is_memorial:
        return False
    of_them = Comment.objects.published().filter(
        commenter__contact=commenter.contact_id, commenter__site=commenter.site_id
    )
    return of_them.count() >= settings.trusted_after
