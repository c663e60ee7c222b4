"""Comments of staff: the author's confirmed address is that of an account that may enter the admin.

Decided when a comment is published, and kept with it: what was said by staff stays marked as theirs.
"""

from django.db.models import QuerySet, Subquery, Value
from django.db.models.functions import Lower

from comments.models import Comment
from portal.accounts import Joined
from portal.models import User

ENTERS = "wagtailadmin.access_admin"
BACKEND = "django.contrib.auth.backends.ModelBackend"  # whose rule of rights is asked


def staff() -> QuerySet[User]:
    """Active accounts that may enter the admin."""
    return User.objects.with_perm(ENTERS, backend=BACKEND)


def addresses_of_staff() -> Subquery:
    """Their addresses as one column, which a comment that is ``held`` for a decision brings along: it saves a query."""
    return Subquery(staff().order_by().annotate(addresses=Joined(Lower("email"), Value(" "))).values("addresses"))


def is_by_staff(comment: Comment) -> bool:
    """Whether the author of ``comment`` has an account of staff. No query if it is ``held``, else one."""
    contact = comment.commenter.contact if comment.commenter else None
    if contact is None:
        return False
    address = str(contact.address)
    if "staff" in vars(comment):
        return address.lower() in (vars(comment)["staff"] or "").split()
    return staff().filter(email__iexact=address).exists()
