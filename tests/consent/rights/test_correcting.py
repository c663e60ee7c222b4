"""A new address takes the place of the old one when its owner says so, and the proof goes on."""

import pytest

from consent import journal
from consent.addresses import parse_address
from consent.mail.delivering import deliver_due
from consent.mail.letter import NotToBeSentError, write
from consent.models import Consent, ConsentEntry, Contact, OutgoingMail, Request, Suppression, Token
from consent.rules.correcting import correct
from consent.rules.erasing import erase
from consent.rules.suppressing import is_suppressed, suppress
from consent.rules.withdrawing import unsubscribe, withdraw
from portal.ledger.proof import prove
from tests.consent.rights.pages import access_offer, opened, send
from tests.consent.test_flow import whole_database
from tests.consenting import ANNA, a_contact

NEW = "anna.new@example.net"


@pytest.fixture(autouse=True)
def _own_journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


def ask_for_new_address(client, site, new=NEW, **other):
    """The form for a new address, filled in and sent."""
    _page, session = opened(client, site)
    offer = access_offer(site)
    values = {"session": session, "email": new, "purpose": "access", "seen": offer.digest}
    return send(client, "/my-data/correct/", **values | other)


def a_link():
    """The path of the link that goes to the new address."""
    return f"/my-data/new-address/{Token.issue(Token.Kind.CORRECT, request=Request.objects.get(kind='correction'))}/"


def test_old_address_stays_until_the_new_one_confirms_by_post(client, community):
    contact = a_contact(community)
    assert b"We have written to the new address." in ask_for_new_address(client, community).content
    path = a_link()
    before = whole_database()
    for _time in range(3):
        assert b"a***@e***.net" in client.get(path).content
    assert whole_database() == before
    assert str(Contact.objects.get().address) == ANNA
    assert b"Your address is corrected" in send(client, path).content
    there = Contact.objects.get()
    assert (there.pk, str(there.address)) == (contact.pk, NEW)
    assert Consent.objects.active().get().contact == there
    assert not Request.objects.exists()
    assert send(client, path).status_code == 410


@pytest.mark.parametrize("wrong", [{"purpose": ""}, {"seen": "o1:0"}, {"email": "anna.new@"}])
def test_refused_form_keeps_the_new_address_in_its_field_alone(client, community, wrong):
    a_contact(community)
    response = ask_for_new_address(client, community, **wrong)
    assert response.status_code == 422
    assert "anna.new@" in response.content.decode()
    assert not Request.objects.filter(kind="correction").exists()
    assert "anna.new" not in whole_database()


def test_ledger_goes_on_under_a_new_reference_without_telling_the_old_mailbox(client, community):
    old = a_contact(community)
    given = old.consents.get().entry_number
    ask_for_new_address(client, community)
    send(client, a_link())
    new = Contact.objects.get()
    assert new.subject != old.subject
    first, second = ConsentEntry.objects.filter(action="corrected")
    assert (first.subject, first.purposes) == (old.subject, [])
    assert (second.subject, second.purposes[0]["entry"]) == (new.subject, given)
    assert prove(ConsentEntry).fault is None
    page = opened(client, community, NEW)[0].content.decode()
    assert "New articles on multiple myeloma, up to twice a month" in page
    page = opened(client, community, ANNA)[0].content.decode()
    assert "Address corrected" in page
    assert NEW not in page


def test_old_mailbox_opens_nothing_but_may_still_stop_its_mail(client, community):
    contact = a_contact(community)
    preferences = Token.issue(Token.Kind.PREFERENCES, contact=contact)
    stop = Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=contact.consents.get().purpose)
    ask_for_new_address(client, community)
    send(client, a_link())
    assert Token.find(Token.Kind.PREFERENCES, preferences) is None
    assert not Token.objects.filter(kind=Token.Kind.SESSION).exists()
    unsubscribe(stop)
    assert not Consent.objects.given().exists()


def test_address_that_is_known_already_gets_what_it_has_no_answer_of_its_own_to(client, community):
    a_contact(community, ANNA, "myeloma-news", "migraine-news")
    other = a_contact(community, NEW, "myeloma-news")
    withdraw(other.consents.get(), method="link")
    ask_for_new_address(client, community)
    send(client, a_link())
    assert Contact.objects.get() == other
    standing = {consent.purpose.code: consent.is_withdrawn for consent in Consent.objects.all()}
    assert standing == {"myeloma-news": True, "migraine-news": False}


def test_same_address_in_other_letters_is_written_so_and_remains_the_same(client, community):
    contact = a_contact(community)
    ask_for_new_address(client, community, "Anna@example.org")
    assert b"Your address is corrected" in send(client, a_link()).content
    there = Contact.objects.of(parse_address(ANNA)).get()
    assert (there.subject, there.lookup) == (contact.subject, contact.lookup)
    assert str(there.address) == "Anna@example.org"
    assert Consent.objects.active().get().contact == there
    assert not ConsentEntry.objects.filter(action="corrected").exists()


def test_suppressed_new_address_and_erased_old_one_come_to_nothing(client, community):
    a_contact(community)
    ask_for_new_address(client, community)
    token = Token.issue(Token.Kind.CORRECT, request=Request.objects.get(kind="correction"))
    suppress(parse_address(NEW), "asked")
    assert not correct(token)
    erase(parse_address(ANNA), method="link")
    assert not correct(token)
    assert not Contact.objects.exists()
    assert not Request.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_whoever_did_not_ask_says_so_as_easily_and_is_never_written_to_again(client, community):
    anna, stranger = a_contact(community), a_contact(community, NEW)
    ask_for_new_address(client, community)
    path = a_link()
    assert client.get(path).content.count(b'class="button button-quiet" name="act"') == 2
    assert "We won’t write to you again" in send(client, path, act="refuse").content.decode()
    assert is_suppressed(parse_address(NEW))
    assert not is_suppressed(parse_address(ANNA))
    assert Consent.objects.given().get().contact == anna
    assert not stranger.consents.given().exists()
    assert not Request.objects.filter(kind="correction").exists()
    assert not OutgoingMail.objects.filter(kind="correction").exists()
    last = ConsentEntry.objects.last()
    assert (last.action, last.subject) == ("not-me", "")
    for act in ("refuse", "use"):
        assert send(client, path, act=act).status_code == 410
    assert prove(ConsentEntry).fault is None


def test_what_cannot_be_noted_is_not_called_refused(client, community, monkeypatch):
    def full(*args, **kwargs):
        raise journal.JournalError("The disk is full.")

    a_contact(community)
    ask_for_new_address(client, community)
    path = a_link()
    monkeypatch.setattr(journal, "write", full)
    assert send(client, path, act="refuse").status_code == 503
    assert not Suppression.objects.exists()
    monkeypatch.undo()
    assert client.get(path).status_code == 200


def test_receipt_that_waits_goes_to_the_new_address(client, community):
    a_contact(community)
    ask_for_new_address(client, community)
    send(client, a_link())
    letter = write(OutgoingMail.objects.get(kind="receipt"))
    assert str(letter.to) == NEW
    assert "New articles on multiple myeloma, up to twice a month" in letter.text


def test_receipt_of_what_the_new_address_has_an_answer_of_its_own_to_is_not_sent(client, community):
    old = a_contact(community)
    a_contact(community, NEW)
    (receipt,) = OutgoingMail.objects.filter(kind="receipt", contact=old)
    ask_for_new_address(client, community)
    send(client, a_link())
    with pytest.raises(NotToBeSentError, match="withdrawn"):
        write(OutgoingMail.objects.get(pk=receipt.pk))


def test_journal_says_that_the_old_address_is_nobodys(client, community):
    old = a_contact(community)
    ask_for_new_address(client, community)
    send(client, a_link())
    (line,) = journal.entries()
    assert (line["event"], line["reference"]) == ("correction", old.subject)


def test_new_address_is_not_asked_under_another_spelling_of_a_mailbox_that_said_never(client, community):
    a_contact(community)
    suppress(parse_address(NEW.replace("@", "+1@")), Suppression.Reason.NOT_ME)
    ask_for_new_address(client, community)
    deliver_due()
    assert OutgoingMail.objects.get(kind="correction").reason == "suppressed"
