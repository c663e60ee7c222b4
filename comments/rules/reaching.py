"""Whether a commenter may be written to. What they agreed to is asked when mail is queued, and again when it is sent
(DESIGN.md, C1 and C5). Who took it back gets none, and still sees everything on the status page.
"""

from wagtail.models import Site

from consent.models import Consent, Contact
from consent.rules.standing import obstacle


def standing_consent(contact: Contact, site: Site | int, kind: str) -> Consent | None:
    """What a contact agreed to in a community for a kind of purpose, if it holds now. Two queries."""
    consents = Consent.objects.filter(contact=contact, purpose__site=site, purpose__kind=kind, withdrawn_at=None)
    found = consents.select_related("purpose__site", "contact").order_by("pk")
    return next((each for each in found if obstacle(each) is None), None)
