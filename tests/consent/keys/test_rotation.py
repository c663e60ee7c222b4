"""A new key: everything is sealed anew and found as before; who has two contacts has one."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from consent import journal
from consent.addresses import parse_address
from consent.keys.ring import current
from consent.keys.sealing import key_name
from consent.models import AddressReveal, Consent, ConsentEntry, Contact, OutgoingMail, Request, Suppression, Token
from consent.outbox import enqueue
from consent.rules.confirming import Outcome, confirm
from consent.rules.erasing import erase
from consent.rules.suppressing import is_suppressed, suppress
from consent.rules.withdrawing import unsubscribe, withdraw
from portal.ledger.proof import prove
from tests.consenting import ANNA, a_contact, a_request

ADDRESS = parse_address(ANNA)
BERTA = parse_address("berta@example.org")


def all_made_with_the_key_in_use():
    rows = [*Contact.objects.all(), *Request.objects.all()]
    return all(row.lookup.startswith(current().name) and key_name(row.sealed_address) == current().name for row in rows)


def rotate(**options):
    call_command("rotate_keys", verbosity=0, **options)


def test_addresses_are_sealed_anew_and_found_before_and_after(community, use_keys):
    use_keys("old")
    contact, request = a_contact(community), a_request(community, str(BERTA))
    link = Token.issue(Token.Kind.CONFIRM, request=request)
    stop = Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=contact.consents.get().purpose)
    suppress(parse_address("clara@example.org"), Suppression.Reason.ASKED)
    use_keys("new", "old")
    assert Contact.objects.of(ADDRESS).get() == contact
    rotate(batch=1)
    assert all_made_with_the_key_in_use()
    assert Contact.objects.of(ADDRESS).get().address == ADDRESS
    assert is_suppressed(parse_address("clara@example.org"))
    assert confirm(link).contact.address == BERTA
    use_keys("newest", "new", "old")
    rotate()
    assert all_made_with_the_key_in_use()
    unsubscribe(stop)
    assert not contact.consents.active().exists()
    use_keys("newest", "old")  # "new" sealed nothing that is left
    assert {row.address for row in Contact.objects.all()} == {ADDRESS, BERTA}
    assert prove(ConsentEntry).fault is None


def test_a_row_that_does_not_open_is_told_and_keeps_nobody_waiting(community, use_keys, capsys):
    use_keys("old")
    broken, sound = a_contact(community), a_contact(community, str(BERTA))
    Contact.objects.filter(pk=broken.pk).update(sealed_address=bytes(broken.sealed_address)[:-1] + b"x")
    use_keys("new", "old")
    with pytest.raises(SystemExit):
        rotate()
    assert Contact.objects.get(pk=sound.pk).lookup.startswith(current().name)
    said = capsys.readouterr()
    assert "do not open" in said.err
    assert "must stay: 1 addresses" in said.out


@pytest.fixture
def twins(community, use_keys):
    """Two contacts of Anna: a process that did not know the new key took her for new."""
    use_keys("new")
    newer = a_contact(community, ANNA, "myeloma-news", "all-news")
    use_keys("old")
    older = a_contact(community, ANNA, "myeloma-news", "lymphoma-news")
    use_keys("new", "old")
    return newer, older


def standing():
    return {consent.purpose.code: consent.is_withdrawn for consent in Consent.objects.select_related("purpose")}


def test_two_contacts_of_one_person_become_one(twins):
    newer, older = twins
    entries = ConsentEntry.objects.count()
    OutgoingMail.objects.filter(contact=older).update(reason="of the older")
    AddressReveal.objects.create(contact=older, subject=older.subject, user_id=1, username="eva")
    stop = Token.issue(
        Token.Kind.UNSUBSCRIBE, contact=older, purpose=older.consents.get(purpose__code="lymphoma-news").purpose
    )
    rotate()
    only = Contact.objects.get()
    assert only == newer
    assert standing() == {"myeloma-news": False, "all-news": False, "lymphoma-news": False}
    assert OutgoingMail.objects.get(reason="of the older").contact == only
    assert AddressReveal.objects.get().contact == only
    assert ConsentEntry.objects.count() == entries
    unsubscribe(stop)
    assert standing()["lymphoma-news"]
    erase(ADDRESS, method="link")
    assert not Contact.objects.exists()
    assert AddressReveal.objects.get().contact is None


def test_what_both_contacts_of_one_person_would_get_goes_out_once(twins, community):
    common = {"kind": "sample", "subject_id": "7", "site": community, "language": "en"}
    for number, twin in enumerate(twins):
        OutgoingMail.objects.create(idempotency_key=f"sample:7:{twin.pk}", contact=twin, **common)
        OutgoingMail.objects.create(
            idempotency_key=f"other:{twin.pk}", contact=twin, **common | {"subject_id": str(number)}
        )
    rotate()
    only = Contact.objects.get()
    states = OutgoingMail.objects.filter(kind="sample", contact=only).order_by("subject_id", "state")
    assert list(states.values_list("subject_id", "state")) == [
        ("0", "waiting"),
        ("1", "waiting"),
        ("7", "dropped"),
        ("7", "waiting"),
    ]
    assert not enqueue(key=f"sample:7:{only.pk}", contact=only, kind="sample", about="7", site=community, language="en")


def test_twins_are_erased_under_both_references_so_that_neither_comes_back_with_a_restore(twins):
    erase(ADDRESS, method="link")
    erased = ConsentEntry.objects.filter(action="erased").values_list("subject", flat=True)
    assert set(erased) == {twin.subject for twin in twins}
    assert {entry["reference"] for entry in journal.entries()} >= set(erased)


@pytest.mark.parametrize("which", ["newer", "older"])
def test_the_last_word_on_a_purpose_counts(twins, which):
    newer, older = twins
    speaker, other = (newer, older) if which == "newer" else (older, newer)
    Consent.objects.filter(contact=other).update(given_at=timezone.now() - timedelta(days=2))
    withdraw(speaker.consents.get(purpose__code="myeloma-news"), method="link")
    rotate()
    assert standing()["myeloma-news"]


def test_a_consent_given_after_a_withdrawal_stands(twins):
    newer, older = twins
    withdraw(newer.consents.get(purpose__code="myeloma-news"), method="link")
    Consent.objects.filter(contact=older).update(given_at=timezone.now() + timedelta(minutes=1))
    rotate()
    assert not standing()["myeloma-news"]


def test_a_link_to_an_erased_person_brings_nobody_back_after_rotation(community, use_keys):
    use_keys("old")
    a_contact(community)
    link = Token.issue(Token.Kind.CONFIRM, request=a_request(community))
    erase(ADDRESS, method="link", never_write=True)
    use_keys("new", "old")
    rotate()
    assert confirm(link).outcome is Outcome.GONE
    assert confirm(Token.issue(Token.Kind.CONFIRM, request=a_request(community))).outcome is Outcome.GONE
    assert not Contact.objects.exists()
