"""Whether somebody may comment: what sanctions stand against a person, under any name and after any erasure."""

from django.db.models import Q

from comments.models import Sanction
from consent.models import Contact
from consent.register.personal_data import subjects_of

FORBIDDING = (Sanction.Kind.PAUSED, Sanction.Kind.BANNED)


def standing_sanctions(contact: Contact, site_id: int) -> list[Sanction]:
    """Sanctions that hold against the owner of an address in a community, the hardest first. One query.

    They hold for who corrected the address too: what the person was called before is not known, but their comments are.
    """
    theirs = Q(subject__in=subjects_of(contact.address, [contact])) | Q(commenter__contact=contact)
    found = Sanction.objects.standing().filter(theirs, site_id=site_id)
    return sorted(found, key=lambda each: list(Sanction.Kind).index(Sanction.Kind(each.kind)), reverse=True)


def forbidding(sanctions: list[Sanction]) -> Sanction | None:
    """The sanction that keeps somebody from commenting, if one does."""
    return next((each for each in sanctions if each.kind in FORBIDDING), None)
