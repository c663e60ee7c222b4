"""How the letters on a person's rights look: plain text and the same as HTML, in the language of the request. The
subject names no community and no illness, whoever sees it.
"""

from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from consent.addresses import Address
from consent.mail.frame import name_in, sender_name
from consent.mail.letter import Letter
from consent.models import OutgoingMail
from portal.models import CommunitySettings


def letter(mail: OutgoingMail, template: str, *, to: Address, is_discreet: bool, **values: Any) -> Letter:
    """A letter from ``templates/consent/emails/<template>*``."""
    community = CommunitySettings.for_site(mail.site)
    values |= {
        "community": name_in(mail.site, mail.language),
        "publisher": community.publisher_name,
        "postal_address": community.publisher_address,
    }
    with translation.override(mail.language):
        subject = render_to_string(f"consent/emails/{template}_subject.txt").strip()
        return Letter(
            to=to,
            subject=subject,
            text=render_to_string(f"consent/emails/{template}.txt", values),
            html=render_to_string(f"consent/emails/{template}.html", values | {"subject": subject}),
            sender=sender_name(mail.site, values["community"], is_discreet=is_discreet),
        )
