"""Whether a consent of somebody who is known holds: to write to them, and to keep what they say (DESIGN.md, C1, C5, M1;
GDPR, article 7 (3)).

Whoever withdrew, or agreed to words that have changed materially since, is not written to and is asked again before
they comment. Whoever stopped mail for a while is not written to, and still agrees that their comments are kept. Asked
when mail is queued, and again when it is sent; who gets none still sees everything on the status page.
"""

from wagtail.models import Site

from consent.models import Consent, Contact, Purpose
from consent.rules.standing import obstacle


def standing_consent(contact: Contact, site: Site | int, kind: str) -> Consent | None:
    """By what a contact may be written to in a community for a kind of purpose, now. Two queries."""
    return next((each for each in _given(contact, site, kind) if obstacle(each) is None), None)


def consents(contact: Contact, site: Site) -> bool:
    """Whether a contact agrees to comment in a community. Two queries."""
    return any(_stands(each) for each in _given(contact, site, Purpose.Kind.COMMENTS))


def _given(contact: Contact, site: Site | int, kind: str):
    found = Consent.objects.filter(contact=contact, purpose__site=site, purpose__kind=kind, withdrawn_at=None)
    return found.select_related("purpose__site", "contact").order_by("pk")


def _stands(consent: Consent) -> bool:
    consent.paused_until = None  # in memory: a pause is one of mail
    return obstacle(consent) is None
