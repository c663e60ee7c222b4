"""Who may do what with conversations, by the rights of their groups (docs/roles.md). Rules and screens ask here."""

from comments.rules.deciding import NotAllowedError
from portal.models import User

MODERATE = "comments.moderate_comment"
LEAD = "comments.lead_moderation"
SET_CONVERSATIONS = "comments.change_conversation"


def demand(user: User, right: str) -> None:
    """Raises ``NotAllowedError`` for somebody without the right."""
    if not user.has_perm(right):
        raise NotAllowedError("right")
