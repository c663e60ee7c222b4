"""What the processes of ``test_rotation`` do, each on the database that its environment names.

People are numbered. Each takes the newsletter "myeloma-news", and their link to stop it stands in a file.
"""

import json
import sys
from pathlib import Path

from django.core.management import call_command
from django.db.models import Q
from wagtail.models import Page, Site

from consent.addresses import parse_address
from consent.keys.ring import current
from consent.keys.sealing import key_name
from consent.models import Consent, ConsentEntry, Contact, OutgoingMail, Request, Token
from consent.rules.confirming import Outcome, confirm
from consent.rules.erasing import erase
from consent.rules.withdrawing import unsubscribe
from portal.ledger.proof import prove
from tests.consenting import a_contact, a_request

FLOWS = 12  # people who do something while keys change


def address(number):
    return parse_address(f"reader{number}@example.org")


def site():
    values = {"hostname": "testserver", "root_page": Page.objects.get(depth=2), "site_name": "Blood Cancer"}
    return Site.objects.update_or_create(is_default_site=True, defaults=values)[0]


def fill(folder, people):
    """``FLOWS`` people who signed up, many who are only there, and as many requests to confirm as flows."""
    links = {"stop": [], "confirm": []}
    community = site()
    for number in range(FLOWS):
        contact = a_contact(community, str(address(number)))
        purpose = contact.consents.get().purpose
        links["stop"].append(Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=purpose))
        request = a_request(community, str(address(1000 + number)))
        links["confirm"].append(Token.issue(Token.Kind.CONFIRM, request=request))
    rows = []
    for number in range(10_000, 10_000 + people):
        row = Contact(language="en", subject=f"{number}")
        row.address = address(number)
        rows.append(row)
    Contact.objects.bulk_create(rows)
    Path(folder, "links.json").write_text(json.dumps(links))


def made_with():
    """How many rows were made with the key in use, and how many with another. None was made with two."""
    rows = [*Contact.objects.all(), *Request.objects.all()]
    assert all(row.lookup.startswith(key_name(row.sealed_address)) for row in rows)
    new = sum(row.lookup.startswith(current().name) for row in rows)
    return new, len(rows) - new


def everybody_is_found(people):
    for number in [*range(FLOWS), *range(10_000, 10_000 + people, 7)]:
        assert Contact.objects.of(address(number)).get().address == address(number)


def live(folder):
    """Confirms, signs up again, stops and is erased."""
    links, community = json.loads(Path(folder, "links.json").read_text()), site()
    for number, link in enumerate(links["confirm"]):
        assert confirm(link).outcome is Outcome.CONFIRMED
        assert confirm(link).outcome is Outcome.ALREADY
        again = a_contact(community, str(address(number)))
        assert Contact.objects.of(address(number)).get() == again
        if number % 3 == 0:
            erase(address(1000 + number), method="link")
            assert confirm(link).outcome is Outcome.GONE
        if number % 3 == 1:
            unsubscribe(links["stop"][number])


def stop_all(folder):
    for link in json.loads(Path(folder, "links.json").read_text())["stop"]:
        unsubscribe(link)
    contacts = Q()
    for number in range(FLOWS):
        contacts |= Q(contact=Contact.objects.of(address(number)).get())
    assert not Consent.objects.active().filter(contacts).exists()
    assert Consent.objects.active().count() == FLOWS - len(range(0, FLOWS, 3))


def all_is_well(people):
    assert made_with()[1] == 0
    assert Contact.objects.count() == people + 2 * FLOWS - len(range(0, FLOWS, 3))
    assert Contact.objects.values("lookup").distinct().count() == Contact.objects.count()
    assert not OutgoingMail.objects.exclude(kind__in=["confirm", "receipt"]).exists()
    assert prove(ConsentEntry).fault is None
    everybody_is_found(people)


def rotate():
    sys.stdout.reconfigure(line_buffering=True)
    call_command("rotate_keys", batch=20)
