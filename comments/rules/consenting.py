"""Whether somebody who is known still agrees that their comments are kept (DESIGN.md, M1; GDPR, article 7 (3)).

Whoever stopped the mail about their comments for a while still agrees; whoever withdrew, or agreed to words that have
changed materially since, is asked again.
"""

from wagtail.models import Site

from consent.models import Consent, Contact, Purpose
from consent.rules.standing import obstacle


def consents(contact: Contact, site: Site) -> bool:
    """Whether a consent to comments of this community stands. Two queries."""
    of_them = Consent.objects.filter(
        contact=contact, purpose__site=site, purpose__kind=Purpose.Kind.COMMENTS
    ).select_related("purpose__site")
    return any(_stands(consent) for consent in of_them)


def _stands(consent: Consent) -> bool:
    consent.paused_until = None  # in memory: a pause is one of mail
    return obstacle(consent) is None
