"""Addresses without a consent go by themselves, when the notices say so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consent import journal
from consent.jobs import KEEPS_WITHDRAWN, purge_contacts
from consent.models import Consent, ConsentEntry, Contact
from consent.rules.withdrawing import withdraw, withdraw_all
from tests.consenting import ANNA, a_contact, a_request


@pytest.fixture(autouse=True)
def _own_journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


def long_ago(contact):
    """Makes everything about a contact older than an address is kept without a consent."""
    then = timezone.now() - KEEPS_WITHDRAWN - timedelta(minutes=1)
    Contact.objects.filter(pk=contact.pk).update(confirmed_at=then)
    contact.consents.exclude(withdrawn_at=None).update(withdrawn_at=then)


def test_address_is_erased_some_time_after_everything_was_withdrawn(community):
    gone, recent, standing = (a_contact(community, f"{name}@example.org") for name in ("gone", "recent", "standing"))
    for contact in (gone, recent):
        withdraw_all(contact, method="link")
    long_ago(gone)
    long_ago(standing)
    assert purge_contacts() == "1 addresses erased"
    assert set(Contact.objects.all()) == {recent, standing}
    assert ConsentEntry.objects.get(action="erased").method == "retention"
    assert [entry["event"] for entry in journal.entries()][-1] == "erasure"


def test_one_consent_that_stands_or_is_paused_keeps_the_address(community):
    contact = a_contact(community, ANNA, "myeloma-news", "migraine-news")
    withdraw(contact.consents.get(purpose__code="myeloma-news"), method="link")
    Consent.objects.filter(withdrawn_at=None).update(paused_until=timezone.now() + timedelta(days=90))
    long_ago(contact)
    purge_contacts()
    assert Contact.objects.exists()


def test_somebody_who_asks_anew_at_this_moment_is_left_in_peace(community):
    contact = a_contact(community)
    withdraw_all(contact, method="link")
    long_ago(contact)
    a_request(community)
    purge_contacts()
    assert Contact.objects.exists()
