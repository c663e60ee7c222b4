"""Two clicks at the same moment: one effect, and nobody is left over."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from consent.addresses import parse_address
from consent.models import ConsentEntry, Contact, Request, Token
from consent.rules.confirming import confirm
from consent.rules.correcting import correct
from consent.rules.erasing import erase
from consent.rules.opening import open_link
from portal.ledger.proof import prove
from tests.consent.rights.pages import access_offer, an_access_request
from tests.consenting import ANNA, a_contact, a_request, ask

pytestmark = [
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory refuses to wait for a table"),
    pytest.mark.django_db(transaction=True),
]
ADDRESS = parse_address(ANNA)


def at_once(*tasks):
    """What the tasks return, begun together in threads of their own."""
    barrier = Barrier(len(tasks))

    def run(task):
        try:
            barrier.wait(timeout=10)
            return task()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def test_link_that_is_pressed_by_many_opens_once(community):
    token = Token.issue(Token.Kind.ACCESS, request=an_access_request(community))
    opened = at_once(*[lambda: open_link(token)] * 6)
    assert len([each for each in opened if each]) == 1
    assert ConsentEntry.objects.filter(action="accessed").count() == 1


@pytest.mark.parametrize("_time", range(5))
def test_confirming_and_erasing_at_once_leaves_a_whole_person_or_none(community, _time):
    a_contact(community)
    token = Token.issue(Token.Kind.CONFIRM, request=a_request(community, ANNA, "migraine-news"))
    at_once(lambda: confirm(token), lambda: erase(ADDRESS, method="link"))
    assert not Contact.objects.exists()
    assert not Request.objects.exists()
    assert not Token.objects.exists()
    assert prove(ConsentEntry).fault is None


@pytest.mark.parametrize("_time", range(5))
def test_correcting_and_erasing_at_once_ends_well(community, _time):
    contact, offer = a_contact(community), access_offer(community)
    kind, new = Request.Kind.CORRECTION, parse_address("anna.new@example.net")
    request = ask(
        site=community, address=new, offer=offer, chosen=offer.boxes, seen=offer.digest, kind=kind, corrects=contact
    )
    token = Token.issue(Token.Kind.CORRECT, request=request)
    is_corrected, _none = at_once(lambda: correct(token), lambda: erase(ADDRESS, method="link"))
    assert [str(each.address) for each in Contact.objects.all()] in ([], [str(new)] if is_corrected else [])
    assert not Request.objects.exists()
    assert prove(ConsentEntry).fault is None
