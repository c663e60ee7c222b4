"""Asking what is held: strict, and the same for everybody."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from consent.models import ConsentEntry, OutgoingMail, RateCount, Request
from consent.rights import asking
from consent.rules.limits import Limit
from consent.rules.suppressing import suppress
from consent.versions.offers import ACCESS, Kind
from consent.versions.publishing import publish
from tests.consent.rights.pages import access_offer, ask_for, send
from tests.consent.test_flow import whole_database
from tests.consent.unchanged import everything
from tests.consenting import ANNA, a_contact, a_request, an_offer, parse_address, publish_words

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


def test_parts_of_the_notice_keep_their_paragraphs(client, community):
    an_offer(community)
    part = {"key": "use", "heading": "What for", "text": "Once, for a link.\n\nFor nothing else."}
    publish(
        site=community,
        kind=Kind.NOTICE,
        code=ACCESS,
        language="en",
        title="Notice",
        text="What for",
        content={"parts": [part]},
        is_material=True,
    )
    page = BeautifulSoup(client.get("/my-data/").content, "html.parser")
    found = [(each.name, each.get_text()) for each in page.select_one(".notice-parts").find_all(True)]
    assert found == [("h2", "What for"), ("p", "Once, for a link."), ("p", "For nothing else.")]


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
        {"email": "nobody.knows.me@"},
    ],
)
def test_refused_form_keeps_the_address_in_its_field_alone(client, community, wrong):
    access_offer(community)
    before = everything()
    response = ask_for(client, community, **{"email": NEVER_SEEN} | wrong)
    typed = wrong.get("email", NEVER_SEEN)
    assert response.status_code == 422
    assert "no-store" in response["Cache-Control"]
    assert f'value="{typed}"' in response.content.decode()
    assert response.content.decode().count("nobody.knows.me") == 1
    assert everything() == before
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


@pytest.mark.parametrize(
    "sent",
    [
        {"email": ["nobody@example.net", NEVER_SEEN]},
        {"email": NEVER_SEEN, "further": NEVER_SEEN * 4000},
        {"email": NEVER_SEEN, "further": SimpleUploadedFile("a.txt", NEVER_SEEN.encode() * 4000)},
    ],
    ids=["two addresses", "too long", "a large file"],
)
def test_what_no_form_of_ours_sends_is_not_read(client, community, sent):
    digest = access_offer(community).digest
    before = everything()
    response = send(client, "/my-data/", **{"purpose": "access", "seen": digest} | sent)
    assert response.status_code == 400
    assert "no-store" in response["Cache-Control"]
    assert "nobody.knows.me" not in response.content.decode()
    assert everything() == before


AROUND = ["\r\n", "\n", "\u00a0", "\u2028", "\x1f", "\x0b", "\u3000", "\u200b", "\x00", "\ufeff"]


@pytest.mark.parametrize("mark", AROUND, ids=ascii)
@pytest.mark.parametrize("typed", ["{1}{0}", "{0}{1}"], ids=["before", "behind"])
def test_what_is_no_part_of_an_address_is_refused_around_it_as_on_the_sign_up(client, community, typed, mark):
    response = ask_for(client, community, email=typed.format(NEVER_SEEN, mark))
    assert response.status_code == 422
    assert not Request.objects.exists()


def test_spaces_around_an_address_do_no_harm(client, community):
    assert ask_for(client, community, email=f" \t{NEVER_SEEN} ").status_code == 303


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
        headers = tuple(sorted((key, value) for key, value in response.items() if key != "X-Request-ID"))
        answers.add((response.status_code, response.content, headers, page.content))
    assert len(answers) == 1


@pytest.mark.usefixtures("one_span")
def test_many_requests_from_one_network_are_refused_in_words(client, community, monkeypatch):
    monkeypatch.setattr(asking, "OF_NETWORK", Limit("my-data", 2, asking.OF_NETWORK.per))
    for name in ("a", "b"):
        assert ask_for(client, community, f"{name}@example.org").status_code == 303
    response = ask_for(client, community, NEVER_SEEN)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
    assert f'value="{NEVER_SEEN}"' in response.content.decode()
    assert Request.objects.count() == 2


def test_filled_trap_asks_to_press_the_button_once_more_and_keeps_no_address(client, community, monkeypatch):
    response = ask_for(client, community, NEVER_SEEN, website="filled in by a password manager")
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert "press the button once more" in page.get_text()
    assert page.select_one("[name=email]")["value"] == NEVER_SEEN
    assert page.select_one("[name=purpose]").has_attr("checked")
    assert not page.select_one("[name=website]").get("value")
    assert not Request.objects.exists()
    assert NEVER_SEEN not in whole_database()
    challenge = page.select_one("[name=challenge]")["value"]
    soon = timezone.now() + timedelta(seconds=3)
    monkeypatch.setattr(timezone, "now", lambda: soon)
    assert ask_for(client, community, NEVER_SEEN, website="once more", challenge=challenge).status_code == 303
    assert Request.objects.count() == 1


@pytest.mark.usefixtures("one_span")
def test_busy_network_is_asked_once_more_and_one_behind_another_proxy_is_not(client, community, monkeypatch, settings):
    monkeypatch.setattr(asking, "FREELY", Limit("my-data-freely", 1, asking.FREELY.per))
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    offer = access_offer(community)
    values = {"email": ANNA, "purpose": "access", "seen": offer.digest}
    answers = [
        client.post("/my-data/", values, headers={"Sec-Fetch-Site": "same-origin", "X-Forwarded-For": network})
        for network in ("192.0.2.1", "192.0.2.1", "198.51.100.1")
    ]
    assert [answer.status_code for answer in answers] == [303, 422, 303]


@pytest.mark.usefixtures("one_span")
def test_people_behind_one_proxy_are_counted_each_for_themselves(client, community, monkeypatch, settings):
    settings.TRUSTED_PROXIES = ("127.0.0.0/8",)
    monkeypatch.setattr(asking, "OF_NETWORK", Limit("my-data", 1, asking.OF_NETWORK.per))

    def ask_from(network):
        client.defaults["HTTP_X_FORWARDED_FOR"] = network
        return ask_for(client, community).status_code

    assert [ask_from("192.0.2.1"), ask_from("192.0.2.2"), ask_from("192.0.2.1")] == [303, 303, 429]
    assert [ask_from("2001:db8::1"), ask_from("2001:db8:0:1::2")] == [303, 429]


@pytest.mark.usefixtures("one_span")
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
