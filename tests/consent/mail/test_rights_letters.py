"""The answer to somebody who asks what is held: one a day, and never to whom never to write."""

import re
from contextlib import suppress as suppress_error
from datetime import timedelta

import pytest
from django.utils import timezone

from consent.mail.letter import NotToBeSentError, write
from consent.models import Contact, Request, Token
from consent.rules.asking import ask
from consent.rules.erasing import erase
from consent.rules.suppressing import suppress
from tests.consent.rights.pages import access_offer, an_access_request, mail_of, opened, send
from tests.consenting import ANNA, a_contact, a_request, parse_address

LINK = re.compile(r"http://testserver/my-data/([\w-]{20})/")


def asked(site, address=ANNA):
    """The queued answer to a question."""
    an_access_request(site, address)
    return mail_of("access")


def test_somebody_who_is_known_gets_a_link_in_both_parts(community):
    a_contact(community)
    letter = write(asked(community))
    assert str(letter.to) == ANNA
    token = LINK.search(letter.text)[1]
    assert LINK.search(letter.html)[1] == token
    assert Token.find(Token.Kind.ACCESS, token)
    assert "Blood" not in letter.subject
    assert ANNA not in letter.text + letter.html + letter.subject


def test_letters_are_framed_like_all_others(community):
    letter = write(asked(community))
    assert "\n-- \nBlood Cancer Community\nhttp://testserver\n" in letter.text
    assert "Published by Example Health Press" in letter.text
    assert '<a href="http://testserver">Blood Cancer Community</a>' in letter.html


def test_answering_machines_are_told_not_to_answer(community):
    assert write(asked(community)).headers == {"Auto-Submitted": "auto-generated"}


def test_somebody_who_is_unknown_gets_an_answer_without_a_link(community):
    letter = write(asked(community))
    assert "We hold nothing on it." in letter.text
    assert not LINK.search(letter.text + letter.html)
    assert not Token.objects.exists()


def test_pending_sign_up_and_what_an_erasure_left_count_as_held(community):
    a_request(community)
    assert LINK.search(write(asked(community)).text)
    a_contact(community, "berta@example.org")
    erase(parse_address("berta@example.org"), method="link")
    assert LINK.search(write(asked(community, "berta@example.org")).text)


def test_suppressed_and_erased_addresses_get_no_letter(community):
    a_contact(community)
    mail = asked(community)
    suppress(parse_address(ANNA), "asked")
    with pytest.raises(NotToBeSentError, match="suppressed"):
        write(mail)
    an_access_request(community, "berta@example.org")
    mail = mail_of("access")
    erase(parse_address("berta@example.org"), method="link")
    mail.request_id = None  # as the row says that a worker reads now
    with pytest.raises(NotToBeSentError, match="gone"):
        write(mail)


def test_a_mailbox_gets_one_letter_a_day_and_a_second_attempt_is_no_second_letter(community):
    a_contact(community)
    first = asked(community)
    token = LINK.search(write(first).text)[1]
    again = LINK.search(write(first).text)[1]
    assert Token.find(Token.Kind.ACCESS, token) is None
    assert Token.find(Token.Kind.ACCESS, again)
    with pytest.raises(NotToBeSentError, match="limit"):
        write(asked(community, "anna+again@example.org"))
    assert write(asked(community, "berta@example.org"))


def test_discreet_person_gets_a_discreet_sender(community):
    a_contact(community)
    Contact.objects.update(is_discreet=True)
    assert write(asked(community)).sender == "Example Health Press"


def test_letter_to_a_new_address_leads_to_its_page(client, community):
    a_contact(community)
    _page, session = opened(client, community)
    offer = {"purpose": "access", "seen": re.search(r"o1:\w+", _correct(client, session))[0]}
    send(client, "/my-data/correct/", session=session, email="anna.new@example.org", **offer)
    letter = write(mail_of("correction"))
    assert str(letter.to) == "anna.new@example.org"
    assert re.search(r"http://testserver/my-data/new-address/[\w-]{20}/", letter.text)
    suppress(letter.to, "asked")
    with pytest.raises(NotToBeSentError, match="suppressed"):
        write(mail_of("correction"))


@pytest.mark.parametrize("discreet", [ANNA, "berta@example.org"])
def test_letter_to_a_new_address_is_discreet_if_either_owner_wants_that(client, community, discreet):
    for address in (ANNA, "berta@example.org"):
        a_contact(community, address)
    Contact.objects.of(parse_address(discreet)).update(is_discreet=True)
    _page, session = opened(client, community)
    offer = {"purpose": "access", "seen": re.search(r"o1:\w+", _correct(client, session))[0]}
    send(client, "/my-data/correct/", session=session, email="berta@example.org", **offer)
    assert write(mail_of("correction")).sender == "Example Health Press"


def asked_for_new_address(site, contact, new):
    """The queued letter to the address ``new``, which would take the place of that of ``contact``."""
    offer = access_offer(site)
    asked = {"chosen": offer.boxes, "seen": offer.digest, "kind": Request.Kind.CORRECTION, "corrects": contact}
    ask(site=site, address=parse_address(new), offer=offer, **asked)
    return mail_of("correction")


def test_a_mailbox_is_asked_once_a_day_and_three_times_a_month_whatever_for(community, monkeypatch):
    contact, today, sent = a_contact(community), timezone.now(), []
    for day in range(40):
        monkeypatch.setattr(timezone, "now", lambda day=day: today + timedelta(days=day))
        for new in ("berta@example.org", "berta+2@example.org"):
            with suppress_error(NotToBeSentError):
                write(asked_for_new_address(community, contact, new))
                sent.append(day)
    assert sent == [0, 1, 2, 30, 31, 32]


def test_a_sign_up_and_a_new_address_share_the_limit_and_a_second_attempt_counts_once(community):
    contact = a_contact(community)
    first = asked_for_new_address(community, contact, "berta@example.org")
    for _attempt in range(3):
        assert write(first)
    a_request(community, "berta@example.org")
    with pytest.raises(NotToBeSentError, match="limit"):
        write(mail_of("confirm"))
    a_request(community, "carla@example.org")
    assert write(mail_of("confirm"))
    with pytest.raises(NotToBeSentError, match="limit"):
        write(asked_for_new_address(community, contact, "carla@example.org"))


def _correct(client, session):
    return send(client, "/my-data/correct/", session=session).content.decode()
