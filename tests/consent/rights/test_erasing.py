"""Erasure: what it says, what it leaves, and that nothing brings anybody back."""

import logging

import pytest
from django.core.cache import cache

from consent.addresses import parse_address
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.mail.letter import NotToBeSentError, write
from consent.models import (
    AddressReveal,
    Consent,
    ConsentEntry,
    Contact,
    Erasure,
    MailEvent,
    OutgoingMail,
    Request,
    Suppression,
    Token,
)
from consent.rules.confirming import Outcome, confirm, refuse
from consent.rules.correcting import correct
from consent.rules.erasing import erase
from consent.rules.suppressing import is_suppressed
from consent.rules.withdrawing import unsubscribe
from portal.ledger.proof import prove
from tests.consent.rights.pages import an_access_link, mail_of, opened, send
from tests.consent.test_flow import whole_database
from tests.consenting import ANNA, a_contact, a_request

ADDRESS = parse_address(ANNA)


@pytest.fixture(autouse=True)
def _own_journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


def test_page_says_what_stays_before_anything_happens(client, community):
    a_contact(community)
    _page, session = opened(client, community)
    response = send(client, "/my-data/erase/", session=session)
    page = response.content.decode()
    assert "What stays, and why" in page
    assert "It holds no address and no name" in page
    assert "Accounts of our staff" not in page
    assert "checked" not in page
    assert Contact.objects.exists()


def test_button_erases_and_leads_to_a_last_page(client, community):
    a_contact(community)
    _page, session = opened(client, community)
    response = send(client, "/my-data/erase/", session=session, sure="1")
    assert (response.status_code, response["Location"]) == (303, "/my-data/erased/")
    assert b"Everything is erased" in client.get("/my-data/erased/").content
    assert not is_suppressed(ADDRESS)
    assert send(client, "/my-data/erase/", session=session, sure="1").status_code == 410
    assert Erasure.objects.count() == 1


def test_what_can_not_be_noted_is_not_done_and_told_in_words(client, community, settings, tmp_path):
    a_contact(community)
    _page, session = opened(client, community)
    settings.ERASURE_JOURNAL = tmp_path  # a folder: nobody can write into it
    for path in ("erase", "stop"):
        response = send(client, f"/my-data/{path}/", session=session, sure="1")
        assert response.status_code == 503
        assert b"We could not do this at the moment." in response.content
    assert Contact.objects.get().consents.active().exists()
    assert not ConsentEntry.objects.filter(action__in=["erased", "withdrawn"]).exists()


def test_never_write_to_me_again_is_a_choice(client, community):
    a_contact(community)
    _page, session = opened(client, community)
    send(client, "/my-data/erase/", session=session, sure="1", never_write="1")
    assert is_suppressed(ADDRESS)


def test_nothing_of_the_person_is_left_anywhere(client, community, settings, caplog):
    caplog.set_level(logging.DEBUG)
    contact = a_contact(community)
    request = a_request(community, ANNA, "migraine-news")
    AddressReveal.objects.create(
        contact=contact, subject=contact.subject, user_id=1, username="ruth", reason="Anna Smith wrote to us"
    )
    mail = OutgoingMail.objects.filter(contact=contact).first()
    MailEvent.objects.create(event_id="a number of the provider's, hashed", kind="bounced", mail=mail)
    traces = [contact.sealed_address, request.sealed_address, *indexes(Use.LOOKUP, ADDRESS.canonical)]
    traces += [str(contact.pk), "Anna Smith", ANNA, *Token.objects.values_list("digest", flat=True)]
    traces += [str(pk) for pk in OutgoingMail.objects.values_list("pk", flat=True)]
    _page, session = opened(client, community)
    traces += [*Token.objects.values_list("digest", flat=True), session]
    traces += [row.sealed_address for row in Request.objects.all()]
    send(client, "/my-data/erase/", session=session, sure="1")
    places = [whole_database(), settings.ERASURE_JOURNAL.read_text(), repr(vars(cache)), caplog.text]
    for trace in traces:
        words = repr(bytes(trace))[2:-1] if isinstance(trace, bytes | memoryview) else trace
        assert not any(words in place or words.replace("-", "") in place for place in places), words
    assert ConsentEntry.objects.filter(subject=contact.subject, action="confirmed").exists()
    assert AddressReveal.objects.get().username == "ruth"
    assert MailEvent.objects.get().mail is None
    assert prove(ConsentEntry).fault is None


def test_no_old_link_brings_anybody_back(client, community):
    contact = a_contact(community)
    request, purpose = a_request(community), contact.consents.get().purpose
    confirming = Token.issue(Token.Kind.CONFIRM, request=request)
    others = {
        Token.Kind.PREFERENCES: Token.issue(Token.Kind.PREFERENCES, contact=contact),
        Token.Kind.CORRECT: Token.issue(Token.Kind.CORRECT, request=request),
        Token.Kind.UNSUBSCRIBE: Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=purpose),
    }
    opening = an_access_link(community)
    _page, session = opened(client, community)
    erase(ADDRESS, method="link")
    before = ConsentEntry.objects.count()
    assert confirm(confirming).outcome is Outcome.GONE
    assert refuse(confirming).outcome is Outcome.GONE
    assert not correct(others[Token.Kind.CORRECT])
    unsubscribe(others[Token.Kind.UNSUBSCRIBE])
    assert all(Token.find(kind, text) is None for kind, text in others.items())
    assert send(client, opening).status_code == 410
    assert send(client, "/my-data/show/", session=session).status_code == 410
    for model in (Contact, Request, Consent, Token, OutgoingMail, Suppression):
        assert not model.objects.exists()
    assert ConsentEntry.objects.count() == before


def test_person_may_come_back_by_asking_anew(client, community):
    a_contact(community)
    erase(ADDRESS, method="link")
    assert a_contact(community).consents.active().exists()


def test_second_erasure_and_one_of_a_stranger_are_harmless(community):
    a_contact(community)
    berta = a_contact(community, "berta@example.org")
    for _time in range(2):
        erase(ADDRESS, method="link")
    erase(parse_address("nobody@example.org"), method="link")
    assert Contact.objects.get() == berta
    assert prove(ConsentEntry).fault is None


def test_mail_that_is_being_written_is_given_up(client, community):
    an_access_link(community)
    a_contact(community)
    waiting = mail_of("access")  # a worker has read the row, and holds its lease
    OutgoingMail.objects.filter(pk=waiting.pk).update(state="sending")
    erase(ADDRESS, method="link")
    fresh = OutgoingMail(pk=waiting.pk, kind="access", site=community, language="en")
    with pytest.raises(NotToBeSentError, match="gone"):
        write(fresh)
    assert not OutgoingMail.objects.filter(pk=waiting.pk).update(state="sent")
    assert not Token.objects.exists()
