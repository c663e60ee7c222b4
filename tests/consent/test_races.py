"""Whatever comes at one moment: each link has one effect, nobody waits for ever, and nobody who left comes back.

Locks are taken in one order: ``consent.rules.holding``. Each of these tests deadlocks or loses something without it.
"""

import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone
from wagtail.models import Page, Site

from consent.addresses import parse_address
from consent.jobs import purge_requests
from consent.models import Consent, ConsentEntry, Contact, OutgoingMail, Request, Suppression, Token
from consent.rules.asking import ask
from consent.rules.confirming import Outcome, confirm, refuse
from consent.rules.erasing import erase
from consent.rules.holding import hold
from consent.rules.suppressing import suppress
from consent.rules.withdrawing import pause, resume, unsubscribe, withdraw, withdraw_all
from consent.versions.offers import Kind
from portal.ledger.proof import prove
from tests.consenting import ANNA, a_contact, a_request, an_offer, publish_words
from tests.racing import at_once, failures

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
ADDRESS = parse_address(ANNA)
ROUNDS = 8
CODES = ("myeloma-news", "lymphoma-news", "all-news")


@pytest.fixture
def site():
    root = Page.objects.filter(depth=2).first()
    found, _made = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "root_page": root, "site_name": "Blood Cancer"}
    )
    return found


def a_link(request):
    return Token.issue(Token.Kind.CONFIRM, request=request)


def test_links_to_one_request_confirm_it_once(site):
    for number in range(ROUNDS):
        request = a_request(site, f"anna{number}@example.org")
        links = [a_link(request) for _ in range(3)]
        answers = at_once(*[lambda text=text: confirm(text).outcome for text in links * 2])
        assert sorted(answers) == [Outcome.ALREADY] * 5 + [Outcome.CONFIRMED]
    assert ConsentEntry.objects.filter(action="confirmed").count() == ROUNDS
    assert OutgoingMail.objects.filter(kind="receipt").count() == ROUNDS


def test_two_requests_of_one_person_make_one_contact(site):
    for number in range(ROUNDS):
        address = f"anna{number}@example.org"
        links = [a_link(a_request(site, address, *codes)) for codes in (CODES[:1], CODES[1:2], CODES)]
        answers = at_once(*[lambda text=text: confirm(text).outcome for text in links])
        assert answers == [Outcome.CONFIRMED] * 3
    assert Contact.objects.count() == ROUNDS
    assert Consent.objects.active().count() == 3 * ROUNDS


def test_yes_and_not_me_at_once_have_one_effect(site):
    for number in range(ROUNDS):
        address = f"anna{number}@example.org"
        request = a_request(site, address)
        yes, no = a_link(request), a_link(request)
        a_link(a_request(site, address))
        answers = at_once(lambda: confirm(yes).outcome, lambda: refuse(no).outcome)  # noqa: B023
        assert answers in ([Outcome.CONFIRMED, Outcome.ALREADY], [Outcome.ALREADY, Outcome.REFUSED])
        refused = Outcome.REFUSED in answers
        assert Contact.objects.of(parse_address(address)).exists() is not refused
    assert prove(ConsentEntry).fault is None


def test_not_me_by_two_links_of_two_requests_leaves_nothing_but_one_suppression(site):
    for number in range(ROUNDS):
        address = f"anna{number}@example.org"
        a_contact(site, address, *CODES)
        links = [a_link(a_request(site, address)) for _ in range(3)]
        assert not failures(at_once(*[lambda text=text: refuse(text).outcome for text in links]))
    assert Suppression.objects.count() == ROUNDS
    assert not Request.objects.exists()
    assert not Consent.objects.active().exists()


def test_whoever_is_erased_while_confirming_is_gone_or_asked_anew(site):
    for number in range(ROUNDS):
        address = parse_address(f"anna{number}@example.org")
        a_contact(site, str(address))
        links = [a_link(a_request(site, str(address))) for _ in range(2)]
        answers = at_once(
            *[lambda text=text: confirm(text).outcome for text in links],
            lambda address=address: erase(address, method="link"),
        )
        assert not failures(answers)
        assert not Contact.objects.of(address).exists()  # confirmed before, or not at all
        assert not Request.objects.of(address).exists()
        assert [confirm(text).outcome for text in links] == [Outcome.GONE] * 2
    assert not OutgoingMail.objects.filter(kind="receipt").exists()
    assert not Token.objects.exists()


def test_a_person_may_come_back_by_a_new_request_after_erasure(site):
    a_contact(site)
    erase(ADDRESS, method="link")
    assert a_contact(site).address == ADDRESS


def test_withdrawing_confirming_pausing_and_one_click_at_once_end_well(site):
    for number in range(ROUNDS):
        address = f"anna{number}@example.org"
        contact = a_contact(site, address, *CODES)
        consents = list(contact.consents.all())
        stops = [Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=one.purpose) for one in consents]
        again = a_link(a_request(site, address, *CODES))
        until = timezone.now() + timedelta(days=30)
        answers = at_once(
            lambda again=again: confirm(again),
            lambda contact=contact: withdraw_all(contact, method="link"),
            lambda one=consents[0]: withdraw(one, method="link"),
            lambda one=consents[1], until=until: pause(one, until=until, method="link"),
            lambda one=consents[1]: resume(one, method="link"),
            *[lambda text=text: unsubscribe(text) for text in stops],
        )
        assert not failures(answers)
    assert prove(ConsentEntry).fault is None
    for consent in Consent.objects.select_related("contact"):
        entries = ConsentEntry.objects.filter(subject=consent.contact.subject, action__in=["confirmed", "withdrawn"])
        last = [e for e in entries if consent.purpose.code in {each["code"] for each in e.purposes}][-1]
        assert consent.is_withdrawn is (last.action == "withdrawn")


def test_whoever_withdraws_while_being_erased_gets_no_error(site):
    for number in range(ROUNDS):
        address = parse_address(f"anna{number}@example.org")
        contact = a_contact(site, str(address), *CODES)
        consent = contact.consents.first()
        stop = Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=consent.purpose)
        until = timezone.now() + timedelta(days=30)
        answers = at_once(
            lambda address=address: erase(address, method="link"),
            lambda address=address: erase(address, method="link", never_write=True),
            lambda contact=contact: withdraw_all(contact, method="link"),
            lambda one=consent, until=until: pause(one, until=until, method="link"),
            lambda stop=stop: unsubscribe(stop),
        )
        assert not failures(answers)
    assert not Contact.objects.exists()
    assert prove(ConsentEntry).fault is None


def test_requests_are_purged_while_people_confirm_them(site):
    links = []
    for number in range(ROUNDS):
        request = a_request(site, f"anna{number}@example.org")
        links += [a_link(request), a_link(request)]
        Request.objects.filter(pk=request.pk).update(expires_at=timezone.now() + timedelta(milliseconds=150))
    answers = at_once(purge_requests, *[lambda text=text: confirm(text).outcome for text in links], purge_requests)
    assert not failures(answers)
    Request.objects.update(expires_at=timezone.now())
    purge_requests()
    assert not Request.objects.exists()
    assert Contact.objects.count() == answers.count(Outcome.CONFIRMED)


@transaction.atomic
def hold_and_wait(*addresses):
    hold(*addresses)
    time.sleep(0.05)


def test_two_people_are_held_in_one_order_whoever_is_named_first(site):
    other = parse_address("berta@example.org")
    pairs = [(ADDRESS, other), (other, ADDRESS)] * 3
    assert not failures(at_once(*[lambda pair=pair: hold_and_wait(*pair) for pair in pairs]))
    with pytest.raises(TransactionManagementError):
        hold(ADDRESS)


def test_one_address_is_suppressed_once_however_many_ask(site):
    assert not failures(at_once(*[lambda: suppress(ADDRESS, Suppression.Reason.COMPLAINT)] * 10))
    assert Suppression.objects.count() == 1


def test_fifty_people_ask_at_once(site):
    offer = an_offer(site, *CODES)

    def asks(number):
        address = parse_address(f"anna{number}@example.org")
        return lambda: ask(site=site, address=address, offer=offer, chosen=offer.boxes, seen=offer.digest)

    assert not failures(at_once(*[asks(number) for number in range(50)]))
    assert Request.objects.count() == OutgoingMail.objects.count() == 50
    proof = prove(ConsentEntry)
    assert (proof.entries, proof.fault) == (100, None)


def test_texts_published_at_once_are_numbered_one_after_the_other(site):
    words = [f"We keep your address for {number} days." for number in range(10)]
    answers = at_once(*[lambda text=text: publish_words(site, Kind.PRIVACY, words=text).version for text in words])
    assert sorted(answers) == list(range(1, 11))
