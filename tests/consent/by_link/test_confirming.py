"""The page behind “Please confirm”, as a person, a scanner and a hurried double click meet it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consent.addresses import parse_address
from consent.models import Consent, ConsentEntry, Contact, Request, Suppression, Token
from consent.rules.erasing import erase
from consent.rules.suppressing import suppress
from tests.consent.unchanged import everything
from tests.consenting import ANNA, a_contact, a_request

SCANNERS = [
    "Mozilla/5.0 (compatible; Microsoft-SafeLinks/1.0)",
    "Mozilla/5.0 (compatible; Proofpoint URL Defense)",
    "Barracuda Sentinel (EE)",
    "Mimecast-URL-Protect",
    "curl/8.5.0",
]


@pytest.fixture
def asked(community):
    """A request, and the path of the link that was mailed for it."""
    request = a_request(community)
    return request, f"/confirm/{Token.issue(Token.Kind.CONFIRM, request=request)}/"


def actions():
    return list(ConsentEntry.objects.values_list("action", flat=True))


def test_page_says_what_would_be_confirmed_and_offers_both_answers_alike(browser, asked):
    response = browser.get(asked[1])
    assert response.status_code == 200
    html = response.content.decode()
    assert "New articles on multiple myeloma, up to twice a month" in html
    assert html.count('class="button button-quiet" name="act"') == 2
    assert ANNA not in html
    assert not response.cookies


def test_page_is_kept_by_nobody_and_tells_no_other_host(browser, asked):
    for response in (browser.get(asked[1]), browser.post(asked[1], {"act": "confirm"}), browser.get("/confirm/no/")):
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert "noindex" in response.headers["X-Robots-Tag"]


def test_opening_the_page_fifty_times_changes_nothing(asked):
    before = everything()
    for number in range(50):
        client = Client(headers={"User-Agent": SCANNERS[number % len(SCANNERS)]})
        response = client.head(asked[1]) if number % 2 else client.get(asked[1] + "?act=confirm")
        assert response.status_code == 200
    assert everything() == before


def test_confirming_takes_a_button_and_works_once(browser, asked):
    response = browser.post(asked[1], {"act": "confirm"})
    assert (response.status_code, response.headers["Location"]) == (303, f"{asked[1]}?done=confirmed")
    assert "Thank you" in browser.get(response.headers["Location"]).content.decode()
    assert Consent.objects.active().count() == 1
    after = everything()
    again = browser.post(asked[1], {"act": "confirm"})
    assert again.status_code == 303
    browser.post(asked[1], {"act": "refuse"})
    assert everything() == after
    assert "This link has been used" in browser.get(asked[1]).content.decode()


def test_a_post_without_a_button_or_from_another_site_does_nothing(browser, asked):
    before = everything()
    assert browser.post(asked[1]).status_code == 200
    assert browser.post(asked[1], {"act": "purge"}).status_code == 200
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert browser.post(asked[1], {"act": "confirm"}, headers=elsewhere).status_code == 403
    assert browser.put(asked[1]).status_code == 405
    assert everything() == before


def test_not_me_suppresses_and_deletes(browser, asked):
    response = browser.post(asked[1], {"act": "refuse"})
    assert "We won’t write to you again" in browser.get(response.headers["Location"]).content.decode()
    assert Suppression.objects.get().reason == "not-me"
    assert not Request.objects.exists()
    assert not Contact.objects.exists()
    browser.post(asked[1], {"act": "confirm"})
    assert actions() == ["requested", "terms", "not-me"]


def test_late_unknown_erased_and_suppressed_links_get_one_answer(browser, community):
    unknown = browser.get("/confirm/this-was-never-made/")
    assert unknown.status_code == 410

    late = Token.issue(Token.Kind.CONFIRM, request=a_request(community, "late@example.org"))
    Request.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    erased = Token.issue(Token.Kind.CONFIRM, request=a_request(community, "erased@example.org"))
    erase(parse_address("erased@example.org"), method="link")
    suppressed = Token.issue(Token.Kind.CONFIRM, request=a_request(community, "suppressed@example.org"))
    suppress(parse_address("suppressed@example.org"), Suppression.Reason.ASKED)

    for text in (late, erased, suppressed, "\x00", "%", "ü" * 2000):
        answer = browser.post(f"/confirm/{text}/", {"act": "confirm"})
        assert answer.status_code == 410
        assert answer.content == unknown.content
    assert browser.get(f"/confirm/{late}/").status_code == 410
    assert not Contact.objects.exists()


def test_a_link_that_erasure_took_does_not_come_back(browser, community, asked):
    browser.post(asked[1], {"act": "confirm"})
    erase(parse_address(ANNA), method="link")
    assert browser.get(asked[1]).status_code == 410
    assert browser.post(asked[1], {"act": "confirm"}).status_code == 410
    assert not Contact.objects.exists()


def test_done_in_the_address_says_nothing_that_is_not_so(browser, community, asked):
    assert "Thank you" not in browser.get(f"{asked[1]}?done=confirmed").content.decode()
    browser.post(asked[1], {"act": "refuse"})
    assert "Thank you" not in browser.get(f"{asked[1]}?done=confirmed").content.decode()


def test_a_second_link_to_one_mailbox_adds_to_the_one_contact(browser, community):
    contact = a_contact(community, ANNA, "myeloma-news")
    text = Token.issue(Token.Kind.CONFIRM, request=a_request(community, ANNA, "leukaemia-news"))
    browser.post(f"/confirm/{text}/", {"act": "confirm"})
    assert contact.consents.count() == 2


@pytest.mark.parametrize(("language", "words"), [("es", "Confirme"), ("de", "Bestätigen")])
def test_page_speaks_the_language_of_its_address(browser, asked, language, words):
    assert words in browser.get(f"/{language}{asked[1]}").content.decode()


def test_page_takes_few_queries(browser, asked, django_assert_max_num_queries):
    browser.get(asked[1])
    with django_assert_max_num_queries(8):
        browser.get(asked[1])


def test_not_me_is_not_called_done_before_it_is_written_down(browser, asked, full_disk):
    assert browser.post(asked[1], {"act": "refuse"}).status_code == 503
    assert Request.objects.exists()
    assert not Suppression.objects.exists()
