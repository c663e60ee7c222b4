"""Whoever votes or reports is held first, so that nobody erases them meanwhile: the person comes before any comment in
the one order (``comments.rules``).
"""

from comments.models import Commenter
from consent.models import Contact


def held_person(commenter: Commenter) -> Commenter | None:
    """The commenter as they are now, held by their contact; None if they were erased. Two queries."""
    if not list(Contact.objects.select_for_update(no_key=True).filter(commenters=commenter.pk)):
        return None
    return Commenter.objects.select_related("contact").filter(pk=commenter.pk).first()
