"""Who sees the desk (docs/roles.md): moderators. Lifting sanctions and reports on moderation belong to lead
moderators.
"""

from wagtail.admin.auth import permission_required

from comments.rules.rights import LEAD, MODERATE
from portal.models import User

OURS = (MODERATE, LEAD)

moderates = permission_required(MODERATE)
leads = permission_required(LEAD)


def may_moderate(user: User) -> bool:
    """Whether the desk is open to ``user``."""
    return user.has_perm(MODERATE)


def may_lead(user: User) -> bool:
    """Whether ``user`` may lift sanctions and see reports on moderation."""
    return user.has_perm(LEAD)
