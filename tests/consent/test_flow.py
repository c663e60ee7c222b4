"""From the form to the contact, and back: the transitions that everything else rests on."""

import pytest
from django.core.management import call_command
from django.db import connection

from consent import journal
from consent.addresses import parse_address
from consent.keys.sealing import SealError
from consent.models import Consent, ConsentEntry, Contact, Erasure, OutgoingMail, Request, Suppression, Token
from consent.rules.asking import NoConsentError, StaleWordingError, ask
from consent.rules.confirming import Outcome, confirm, refuse
from consent.rules.erasing import erase
from consent.rules.standing import Obstacle, obstacle
from consent.rules.suppressing import is_suppressed
from consent.rules.withdrawing import unsubscribe
from consent.versions.offers import Kind
from portal.ledger.proof import prove
from tests.consenting import ANNA, a_contact, a_request, an_offer, publish_words

ADDRESS = parse_address(ANNA)


def whole_database():
    """Every value of every table, as one text."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [repr(bytes(value) if isinstance(value, memoryview) else value) for row in cursor for value in row]
    return "\n".join(found)


def test_nothing_is_kept_without_a_ticked_box_or_for_words_that_have_changed(community):
    offer = an_offer(community)
    asking = {"site": community, "address": ADDRESS, "offer": offer}
    with pytest.raises(NoConsentError):
        ask(**asking, chosen=[], seen=offer.digest)
    with pytest.raises(NoConsentError):
        ask(**asking, chosen=["something-else"], seen=offer.digest)
    with pytest.raises(StaleWordingError):
        ask(**asking, chosen=offer.boxes, seen="o1:" + "0" * 64)
    assert not Request.objects.exists()
    assert not ConsentEntry.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_an_address_stands_nowhere_in_plain_text(community):
    a_request(community)
    a_contact(community, "berta@example.org")
    whole = whole_database()
    assert ANNA not in whole
    assert "berta" not in whole
    assert Request.objects.get().masked_address == "a***@e***.org"


def test_a_sealed_address_does_not_open_in_another_row(community):
    first, second = a_contact(community), a_contact(community, "berta@example.org")
    second.sealed_address = first.sealed_address
    second.save()
    with pytest.raises(SealError):
        _ = Contact.objects.get(pk=second.pk).address


def test_a_link_confirms_once(community):
    request = a_request(community)
    text = Token.issue(Token.Kind.CONFIRM, request=request)
    assert confirm(text).outcome is Outcome.CONFIRMED
    assert confirm(text).outcome is Outcome.ALREADY
    assert refuse(text).outcome is Outcome.ALREADY
    contact = Contact.objects.get()
    assert contact.address == ADDRESS
    assert obstacle(contact.consents.get()) is None
    assert [entry.action for entry in ConsentEntry.objects.all()] == ["requested", "terms", "confirmed"]
    assert not Request.objects.exists()


def test_this_was_not_me_leaves_a_suppression_and_no_address(community):
    text = Token.issue(Token.Kind.CONFIRM, request=a_request(community))
    assert refuse(text).outcome is Outcome.REFUSED
    assert is_suppressed(parse_address("ANNA@example.org"))
    assert not Request.objects.exists()
    assert not Contact.objects.exists()
    later = Token.issue(Token.Kind.CONFIRM, request=a_request(community))
    assert confirm(later).outcome is Outcome.GONE
    assert not Contact.objects.exists()


def test_a_material_change_asks_again_and_a_typo_does_not(community):
    consent = a_contact(community).consents.get()
    publish_words(community, Kind.PRIVACY, words="How we look after what you tell us!", is_material=False)
    assert obstacle(consent) is None
    publish_words(community, Kind.PRIVACY, words="We share it with a laboratory.", is_material=True)
    assert obstacle(consent) is Obstacle.CHANGED


def test_one_click_withdraws_and_an_unknown_link_does_nothing(community):
    contact = a_contact(community)
    text = Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=contact.consents.get().purpose)
    unsubscribe("no-such-link")
    assert Consent.objects.active().count() == 1
    unsubscribe(text)
    unsubscribe(text)
    assert not Consent.objects.active().exists()
    assert ConsentEntry.objects.filter(action="withdrawn").count() == 1


def test_erasure_takes_the_note_of_the_confirmation_that_was_sent_along(community, settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    request = a_request(community)
    OutgoingMail.objects.filter(request=request).update(state="sent")
    contact = confirm(Token.issue(Token.Kind.CONFIRM, request=request)).contact
    assert contact.mails.filter(kind="confirm", state="sent").exists()
    erase(ADDRESS, method="link")
    assert not OutgoingMail.objects.exists()


def test_erasure_leaves_proof_and_suppression_alone(community, settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    contact = a_contact(community)
    a_request(community)
    text = Token.issue(Token.Kind.PREFERENCES, contact=contact)
    erase(ADDRESS, method="link", never_write=True)
    erase(ADDRESS, method="link")
    assert not Contact.objects.exists()
    assert not Request.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert Token.find(Token.Kind.PREFERENCES, text) is None
    assert ConsentEntry.objects.filter(subject=contact.subject, action="confirmed").exists()
    assert Suppression.objects.count() == 1
    assert Erasure.objects.count() == 2
    assert [entry["event"] for entry in journal.entries()] == ["suppression", "erasure", "erasure"]
    assert ANNA not in settings.ERASURE_JOURNAL.read_text()
    assert prove(ConsentEntry).fault is None
    call_command("verify_ledger", verbosity=0)
