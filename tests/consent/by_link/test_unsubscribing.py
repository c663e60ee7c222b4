"""The one click of a mail program (RFC 8058), and the button of a person who opens the same address."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consent.addresses import parse_address
from consent.models import Consent, ConsentEntry, Token
from consent.rules.erasing import erase
from tests.consent.unchanged import everything
from tests.consenting import ANNA, a_contact

ONE_CLICK = "List-Unsubscribe=One-Click"
MULTIPART = b'--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
FURTHER_KEYS = ["c2Vjb25kLWtleS1mb3ItdGVzdHMtMDEyMzQ1Njc4OWE", "dGhpcmQta2V5LWZvci10ZXN0cy0wMTIzNDU2Nzg5YWI"]


@pytest.fixture
def program():
    """A mail program's server: no cookie, no origin, and Django would ask it for a token if it asked anybody."""
    return Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "cross-site"})


@pytest.fixture
def path(community):
    contact = a_contact(community)
    return f"/u/{Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=contact.consents.get().purpose)}/"


def sends(program, path, body=ONE_CLICK, kind="application/x-www-form-urlencoded"):
    data = body.encode() if isinstance(body, str) else body
    response = program.generic("POST", path, data, content_type=kind)
    assert response.status_code == 200
    assert "Location" not in response.headers
    assert not response.cookies
    return response.content


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (ONE_CLICK, "application/x-www-form-urlencoded"),
        (MULTIPART, "multipart/form-data; boundary=x"),
        (b"", "application/x-www-form-urlencoded"),
        (b"\xff\xfe{", "application/json"),
        (b"--broken", "multipart/form-data; boundary=y"),
        (b"--broken", "multipart/form-data"),
        (b"a=b&" * 20_000, "application/x-www-form-urlencoded"),
        (b"x", "text/plain; charset=no-such-charset"),
    ],
)
def test_whatever_is_sent_stops_the_mail(program, path, body, kind):
    sends(program, path, body, kind)
    assert not Consent.objects.active().exists()
    entry = ConsentEntry.objects.get(action="withdrawn")
    assert entry.method == "one-click"


def test_answer_is_the_same_known_or_not_and_however_often(program, path):
    first = sends(program, path)
    after = everything()
    assert sends(program, path) == first
    assert sends(program, "/u/never-made/") == first
    assert sends(program, "/u/%00/") == first
    assert sends(program, "/u/" + "x" * 5000 + "/") == first
    assert everything() == after


def test_works_after_sixty_one_days_and_two_rotations(program, path, settings):
    Token.objects.update(created_at=timezone.now() - timedelta(days=61))
    Token.objects.filter(kind="unsubscribe").update(
        expires_at=timezone.now() + Token.LIVES["unsubscribe"] - timedelta(61)
    )
    settings.CONSENT_KEYS = FURTHER_KEYS
    sends(program, path)
    assert not Consent.objects.active().exists()


def test_erased_people_get_the_same_answer_and_stay_erased(program, path):
    known = sends(program, path)
    erase(parse_address(ANNA), method="link")
    after = everything()
    assert sends(program, path) == known
    assert everything() == after


def test_only_the_purpose_of_the_link_is_stopped(program, community):
    contact = a_contact(community, ANNA, "myeloma-news", "leukaemia-news")
    purpose = contact.consents.get(purpose__code="leukaemia-news").purpose
    sends(program, f"/u/{Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=purpose)}/")
    assert [each.purpose.code for each in Consent.objects.active()] == ["myeloma-news"]


def test_opening_it_changes_nothing_and_shows_one_button(client, path):
    before = everything()
    for _time in range(25):
        assert client.head(path).status_code == 200
        html = client.get(path).content.decode()
    assert everything() == before
    assert html.count('<form method="post"') == 1
    assert "Stop this mail" in html
    assert "Dejar de recibir" in html
    assert client.put(path).status_code == 405


def test_an_address_that_lost_its_slash_works(program, path):
    sends(program, path.rstrip("/"))
    assert not Consent.objects.active().exists()


def test_a_wish_that_could_not_be_written_down_is_not_called_done(program, path, full_disk):
    assert program.post(path, ONE_CLICK, content_type="application/x-www-form-urlencoded").status_code == 503
    assert Consent.objects.active().exists()
