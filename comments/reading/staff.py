"""Whether somebody comments as staff: their confirmed address is that of an account that may sign in to the admin.

Decided when a comment is published, and kept with it: what was said by staff stays marked as theirs.
"""

from comments.models import Comment
from portal.models import User


def is_by_staff(comment: Comment) -> bool:
    """Whether the author of ``comment`` has an account of staff. One query."""
    contact = comment.commenter.contact if comment.commenter else None
    if contact is None:
        return False
    accounts = User.objects.filter(is_active=True, email__iexact=str(contact.address))
    return any(user.has_perm("wagtailadmin.access_admin") for user in accounts)
