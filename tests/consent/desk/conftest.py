"""A desk with people on it."""

import pytest
from django.urls import reverse

from tests.consenting import ANNA, a_contact

REASON = "She asks by letter which address we have."
ORDER = {"channel": "letter", "reference": "2026-114", "is_sure": "on"}
CONTACT_PAGES = ("consent_contact", "consent_reveal", "consent_send_link", "consent_withdraw_all", "consent_erase")


@pytest.fixture(autouse=True)
def journal_file(settings, tmp_path):
    """Erasures are written into a file of the test."""
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    return settings.ERASURE_JOURNAL


@pytest.fixture
def anna(community):
    """Anna, who confirmed a newsletter."""
    return a_contact(community)


@pytest.fixture
def guardian(sign_in_as):
    """The signed-in member of staff who looks after people's data."""
    return sign_in_as("Data protection")


def look_up(client, address=ANNA):
    """The answer to a search."""
    return client.post(reverse("consent_find"), {"email": address})


def show(client, contact, reason=REASON):
    """The answer to the form that asks for a reason."""
    return client.post(reverse("consent_reveal", args=[contact.pk]), {"reason": reason})


def carry_out(client, name, row, **values):
    """Sends the form of an act."""
    return client.post(reverse(name, args=[row.pk]), {**ORDER, **values}, follow=True)
