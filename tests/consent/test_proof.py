"""The ledger of consents is proved by ``manage.py verify_ledger``, and stands fifty people who ask at one moment."""

import hashlib
import json
import shutil

import pytest
from django.core.management import call_command
from django.db import connection

from consent.addresses import parse_address
from consent.models import ConsentEntry, Request
from consent.rules.asking import ask
from consent.rules.confirming import Outcome, confirm
from consent.rules.erasing import erase
from consent.rules.withdrawing import withdraw_all
from portal.ledger.proof import prove
from tests.consenting import ANNA, a_contact, a_request, an_offer, publish_words
from tests.migrated import kept_database
from tests.portal.ledger.conftest import tampering
from tests.portal.test_database import run
from tests.racing import at_once, failures

DEMO = {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "portal.settings.demo"}


@pytest.mark.parametrize(
    ("table", "sql", "said"),
    [
        ("consententry", "SET action = 'withdrawn' WHERE action = 'confirmed'", "was altered"),
        ("consententry", "SET subject = '' WHERE action = 'confirmed'", "was altered"),
        ("consententry", "SET purposes = '[]' WHERE number = 1", "was altered"),
        ("consententry", "SET wording_digest = 'o1:0' WHERE number = 1", "was altered"),
        ("textversion", "SET text = 'We may sell it.' WHERE number = 1", "was altered"),
        ("textversion", "SET asks_since = 9 WHERE number = 2", "was altered"),
        ("textversion", "SET published_by = 7 WHERE number = 2", "was altered"),
    ],
)
def test_tampering_with_consents_or_published_words_is_told_by_the_command(community, capsys, table, sql, said):
    a_contact(community)
    call_command("verify_ledger")
    assert "consent.ConsentEntry: 3 entries, all in order" in capsys.readouterr().out
    with tampering() as cursor:
        cursor.execute(f"UPDATE consent_{table} {sql}")
    with pytest.raises(SystemExit):
        call_command("verify_ledger")
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("table", ["consententry", "textversion"])
def test_an_entry_that_is_gone_is_told_by_the_command(community, capsys, table):
    a_contact(community)
    with tampering() as cursor:
        if table == "textversion":
            cursor.execute("DELETE FROM consent_inforce")
        cursor.execute(f"DELETE FROM consent_{table} WHERE number = 2")
        connection.check_constraints()  # PostgreSQL puts no trigger back while some are to be looked at
    with pytest.raises(SystemExit):
        call_command("verify_ledger")
    assert "entry 2 is bad: it is missing" in capsys.readouterr().err


def test_an_entry_holds_nothing_that_can_be_tried_without_a_key(community):
    contact = a_contact(community)
    withdraw_all(contact, method="link")
    erase(parse_address(ANNA), method="link")
    entries = json.dumps(list(ConsentEntry.objects.values()), default=str)
    for guess in (ANNA, ANNA.upper(), "anna", "example.org"):
        assert guess not in entries
        for digest in (hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512):
            assert digest(guess.encode()).hexdigest() not in entries
    assert str(contact.pk) not in entries
    assert set(ConsentEntry.objects.exclude(action="confirmed").values_list("subject", flat=True)) <= {
        "",
        contact.subject,
    }


def test_what_waits_to_be_confirmed_says_what_was_seen_and_nothing_of_the_person(community):
    request = a_request(community)
    assert set(request.offer) == {
        *("site_id", "language", "notice_digest", "wording_digest", "purposes", "policies"),
        *("notice_version", "privacy_version"),
    }
    assert "anna" not in json.dumps(request.offer) + str(request) + repr(request)
    assert request.pk.version == 4  # random: nobody counts or guesses


def test_a_consent_holds_for_the_words_that_were_seen_not_for_those_of_today(community):
    from consent.models import Token
    from consent.rules.standing import Obstacle, obstacle
    from consent.versions.offers import Kind

    text = Token.issue(Token.Kind.CONFIRM, request=a_request(community))
    publish_words(community, Kind.PRIVACY, words="We share it with a laboratory.")
    confirmed = confirm(text)
    assert confirmed.outcome is Outcome.CONFIRMED
    assert obstacle(confirmed.contact.consents.get()) is Obstacle.CHANGED


def fifty_ask():
    """What went wrong for fifty people who asked at one moment."""
    from tests.faults.rotating import site

    community = site()
    offer = an_offer(community)

    def asks(number):
        address = parse_address(f"reader{number}@example.org")
        return lambda: ask(site=community, address=address, offer=offer, chosen=offer.boxes, seen=offer.digest)

    wrong = failures(at_once(*[asks(number) for number in range(50)]))
    return wrong, Request.objects.count(), prove(ConsentEntry).entries, prove(ConsentEntry).fault


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
def test_fifty_people_ask_at_once_on_sqlite(tmp_path, django_db_setup):
    shutil.copy(kept_database(), tmp_path / "portal.sqlite3")
    program = "import django; django.setup(); from tests.consent import test_proof; print(test_proof.%s())"
    shown = run(program % fifty_ask.__name__, tmp_path, **DEMO)
    assert shown.stdout == "([], 50, 100, None)\n", shown.stderr
