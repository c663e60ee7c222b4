"""What is held, as files to take along (GDPR, article 20): JSON for programs, one page of HTML for people."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone

from consent.addresses import Address
from consent.rights.holding import held_on
from portal.models import CommunitySettings

FORMAT = "personal-data/1"


def as_json(address: Address, community: CommunitySettings) -> str:
    """Everything that is held of ``address``, with what each part is for. Times in ISO 8601."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "made_at": timezone.now(),
        "address": str(address),
        "controller": {
            "name": community.publisher_name,
            "postal_address": community.publisher_address,
            "contact": community.contact_email,
        },
        "data": [
            {
                "model": section.data.label,
                "what": str(section.data.what),
                "why": str(section.data.why),
                "basis": str(section.data.basis),
                "how_long": str(section.data.how_long),
                "after_an_erasure": str(section.data.stays),
                "rows": section.rows,
            }
            for section in held_on(address)
        ],
    }
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def as_html(address: Address, community: CommunitySettings) -> str:
    """The same as one page that needs nothing else."""
    return render_to_string(
        "consent/rights/file.html",
        {"address": address, "community": community, "sections": held_on(address), "made_at": timezone.now()},
    )
