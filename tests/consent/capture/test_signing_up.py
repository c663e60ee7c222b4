"""Signing up: what a valid form does, and that it tells nobody who is known here."""

import pytest

from consent.addresses import parse_address
from consent.models import ConsentEntry, OutgoingMail, Request
from consent.rules.suppressing import suppress
from consent.versions.offers import Kind
from tests.consent.capture.sending import DONE, KINDS, PATH, fields, post
from tests.consenting import a_contact, a_request, publish_words


@pytest.fixture(autouse=True)
def _journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


@pytest.mark.parametrize("kind", KINDS)
def test_a_valid_form_becomes_a_request_for_what_was_ticked(client, offer, kind):
    response = post(client, fields(offer, purpose=["myeloma-news"], discreet="1"), kind)
    assert (response.status_code, response.get("Location")) == ((200, None) if kind == "json" else (303, DONE))
    request = Request.objects.get()
    assert str(request.address) == "anna@example.org"
    assert request.is_discreet
    assert [purpose["code"] for purpose in request.offer["purposes"]] == ["myeloma-news"]
    assert request.offer["wording_digest"] == offer.digest
    assert list(ConsentEntry.objects.values_list("action", flat=True)) == ["requested", "terms"]
    assert OutgoingMail.objects.get().kind == "confirm"


def test_a_form_sent_without_script_needs_no_box_for_discretion(client, offer):
    post(client, fields(offer))
    assert not Request.objects.get().is_discreet


@pytest.mark.parametrize("kind", KINDS)
def test_known_unknown_pending_and_suppressed_addresses_get_the_same_answer(client, community, offer, kind):
    a_contact(community, "known@example.org")
    a_request(community, "pending@example.org")
    suppress(parse_address("never@example.org"), "asked")
    answers = []
    for name in ("known", "unknown", "pending", "never"):
        response = post(client, fields(offer, email=f"{name}@example.org"), kind)
        headers = {name: value for name, value in response.items() if name != "X-Request-ID"}
        answers.append((response.status_code, headers, response.content, dict(response.cookies)))
    assert answers == [answers[0]] * 4


def test_the_page_that_follows_is_the_same_for_everybody_and_sets_no_cookie(client, offer):
    before = client.get(DONE)
    post(client, fields(offer))
    after = client.get(DONE)
    told = [{name: value for name, value in page.items() if name != "X-Request-ID"} for page in (before, after)]
    assert (before.content, told[0]) == (after.content, told[1])
    assert not client.cookies
    assert "Check your inbox" in after.content.decode()


def test_the_page_to_sign_up_shows_every_newsletter_unticked_with_the_words_in_force(client, offer):
    html = client.get(PATH).content.decode()
    assert html.count('name="purpose"') == 2
    assert " checked" not in html
    assert offer.digest in html
    assert offer.notice.text in html


def test_an_address_in_the_link_to_the_page_is_not_looked_at(client, offer):
    plain = client.get(PATH)
    filled = client.get(PATH, {"email": "anna@example.org", "purpose": "myeloma-news"})
    assert filled.content == plain.content
    assert "Set-Cookie" not in plain.headers


def test_the_page_says_when_there_is_nothing_to_sign_up_for(client, community):
    response = client.get(PATH)
    assert response.status_code == 200
    assert "nothing to sign up for" in response.content.decode()
    assert "<form" not in response.content.decode().split("<main")[1]


def test_the_page_exists_in_other_languages_with_their_own_words(client, community, offer):
    publish_words(community, Kind.NOTICE, "sign-up", words="Wir schreiben Ihnen.", language="de")
    publish_words(community, Kind.PURPOSE, "myeloma-news", words="Neues zum Myelom", language="de")
    page = client.get(f"/de{PATH}").content.decode()
    assert "In dieser Sprache gibt es noch nichts" in page
    assert f'<a href="{PATH}" lang="en" hreflang="en">English</a>' in page


def test_every_page_links_to_the_page_to_sign_up(client, community):
    assert f'href="{PATH}"' in client.get("/").content.decode().split("<footer")[1]


def test_reading_changes_nothing(client, offer):
    for _time in range(3):
        client.get(PATH)
        client.head(PATH)
        client.get(DONE)
    assert not Request.objects.exists()
    assert client.put(PATH).status_code == 405
    assert client.post(DONE).status_code == 405


@pytest.mark.parametrize(
    "address", ["ANNA@Example.org", "anna+health@example.org", "o'neil@example.org", "anna@bücher.example"]
)
def test_addresses_that_exist_in_the_world_are_taken(client, offer, address):
    assert post(client, fields(offer, email=f" {address} ")).status_code == 303
    assert Request.objects.count() == 1
