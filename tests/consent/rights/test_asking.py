"""Asking what is held: strict, and the same for everybody."""

import pytest
from django.utils import timezone

from consent.models import ConsentEntry, OutgoingMail, RateCount, Request
from consent.rights import asking
from consent.rules.limits import Limit
from consent.rules.suppressing import suppress
from consent.versions.offers import ACCESS, Kind
from tests.consent.rights.pages import access_offer, ask_for, send
from tests.consent.test_flow import whole_database
from tests.consenting import ANNA, a_contact, a_request, parse_address, publish_words

NEVER_SEEN = "nobody.knows.me@example.net"


def test_page_shows_the_notice_and_an_unticked_box(client, community):
    offer = access_offer(community)
    page = client.get("/my-data/").content.decode()
    assert "We use your address once, to send you a link." in page
    assert offer.digest in page
    assert page.split("<main")[1].split("</main")[0].count("sign-up-policy") == len(offer.policies) > 0
    assert "checked" not in page
    assert "csrf" not in page.lower()
    assert not client.cookies


def test_page_without_a_published_notice_takes_no_address(client, community):
    assert b"takes no requests" in client.get("/my-data/").content
    response = send(client, "/my-data/", email=NEVER_SEEN, purpose="access", seen="")
    assert b"takes no requests" in response.content
    assert NEVER_SEEN not in whole_database()


def test_page_without_a_notice_in_its_language_leads_to_one_that_has_it(client, community):
    assert "Deutsch" not in client.get("/de/my-data/").content.decode().split("<main")[1]
    access_offer(community)
    page = client.get("/de/my-data/").content.decode().split("<main")[1]
    assert '<a href="/my-data/" lang="en" hreflang="en">English</a>' in page
    assert 'hreflang="es"' not in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"purpose": ""},
        {"purpose": "newsletter"},
        {"seen": "o1:" + "0" * 64},
        {"seen": ""},
        {"website": "https://example.com"},
        {"email": "nobody.knows.me@"},
    ],
)
def test_refused_form_keeps_the_address_in_its_field_alone(client, community, wrong):
    access_offer(community)
    before = whole_database()
    response = ask_for(client, community, **{"email": NEVER_SEEN} | wrong)
    typed = wrong.get("email", NEVER_SEEN)
    assert response.status_code == 422
    assert response["Cache-Control"] == "no-store"
    assert f'value="{typed}"' in response.content.decode()
    assert response.content.decode().count("nobody.knows.me") == 1
    assert whole_database() == before
    assert not client.cookies


def test_words_that_changed_are_shown_and_the_box_is_empty_again(client, community):
    seen = access_offer(community).digest
    publish_words(community, Kind.NOTICE, ACCESS, words="We use it once, and for nothing else.")
    response = ask_for(client, community, seen=seen)
    page = response.content.decode()
    assert response.status_code == 422
    assert "We use it once, and for nothing else." in page
    assert "checked" not in page
    assert "These words have changed" in page


def test_form_from_elsewhere_is_refused(client, community):
    offer = access_offer(community)
    values = {"email": ANNA, "purpose": "access", "seen": offer.digest}
    assert client.post("/my-data/", values, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/my-data/", values, headers={"Origin": "https://example.com"}).status_code == 403
    assert not Request.objects.exists()
    assert ask_for(client, community).status_code == 303


def test_good_form_keeps_a_sealed_request_and_queues_one_letter(client, community):
    response = ask_for(client, community)
    assert response["Location"] == "/my-data/check-your-inbox/"
    assert Request.objects.get().kind == Request.Kind.ACCESS
    assert OutgoingMail.objects.get().kind == "access"
    assert ConsentEntry.objects.get(action="requested").notice_digest
    assert ANNA not in whole_database()


def test_answer_is_the_same_byte_for_byte_whoever_is_known(client, community):
    a_contact(community, "known@example.org")
    a_request(community, "pending@example.org")
    suppress(parse_address("suppressed@example.org"), "asked")
    answers = set()
    for name in ("known", "pending", "suppressed", "unknown"):
        response = ask_for(client, community, f"{name}@example.org")
        page = client.get(response["Location"])
        headers = tuple(sorted((key, value) for key, value in response.items()))
        answers.add((response.status_code, response.content, headers, page.content))
    assert len(answers) == 1


def test_many_requests_from_one_network_are_refused_in_words(client, community, monkeypatch):
    monkeypatch.setattr(asking, "OF_NETWORK", Limit("my-data", 2, asking.OF_NETWORK.per))
    for name in ("a", "b"):
        assert ask_for(client, community, f"{name}@example.org").status_code == 303
    response = ask_for(client, community, NEVER_SEEN)
    assert response.status_code == 429
    assert f'value="{NEVER_SEEN}"' in response.content.decode()
    assert Request.objects.count() == 2


def test_mailbox_that_is_asked_for_often_gets_no_further_letter_and_nobody_is_told(client, community, monkeypatch):
    monkeypatch.setattr(asking, "OF_MAILBOX", Limit("my-data-box", 2, asking.OF_MAILBOX.per))
    answers = [ask_for(client, community, f"anna+{number}@example.org") for number in range(4)]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(303, "/my-data/check-your-inbox/")}
    assert OutgoingMail.objects.count() == 2
    assert not RateCount.objects.filter(ends_at__lte=timezone.now()).exists()


def test_asking_page_costs_few_queries(client, community, django_assert_max_num_queries):
    access_offer(community)
    client.get("/my-data/")
    with django_assert_max_num_queries(6):
        client.get("/my-data/")
    with django_assert_max_num_queries(5):
        client.get("/my-data/check-your-inbox/")
