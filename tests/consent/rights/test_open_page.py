"""The page behind the link: what it shows, how long, and what reading it changes."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from consent.models import AddressReveal, Consent, ConsentEntry, OutgoingMail, Request, Token
from consent.register.personal_data import declared
from consent.rules.limits import may_confirm
from consent.rules.withdrawing import pause
from tests.consent.rights.pages import an_access_link, opened, send, session_of
from tests.consent.unchanged import everything
from tests.consenting import ANNA, a_contact, a_request, parse_address


def test_looking_at_the_link_changes_nothing_however_often(client, community):
    a_contact(community)
    path = an_access_link(community)
    before = everything()
    for agent in ("Mozilla/5.0", "GoogleImageProxy", "Barracuda", "curl/8"):
        assert b"Show my data" in client.get(path, headers={"User-Agent": agent}).content
        assert client.head(path).status_code == 200
    assert everything() == before
    assert not client.cookies


def test_button_opens_once(client, community):
    a_contact(community)
    path = an_access_link(community)
    response = send(client, path)
    assert ANNA in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    again = send(client, path)
    assert again.status_code == 410
    assert client.get(path).status_code == 410
    assert ANNA not in again.content.decode()
    assert ConsentEntry.objects.filter(action="accessed").count() == 1


def test_used_expired_and_unknown_links_get_one_answer(client, community):
    used, expired = an_access_link(community), an_access_link(community)
    send(client, used)
    Token.objects.filter(used_at=None, kind=Token.Kind.ACCESS).update(expires_at=timezone.now())
    answers = {send(client, path).content for path in (used, expired, "/my-data/AAAAAAAAAAAAAAAAAAAA/")}
    assert len(answers) == 1


def test_no_log_names_the_link(client, community, caplog):
    caplog.set_level("DEBUG")
    path = an_access_link(community)
    send(client, path)
    assert send(client, path).status_code == 410
    assert client.get(path).status_code == 410
    assert client.post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert path not in caplog.text


def test_link_is_pressed_from_a_page_of_ours_alone(client, community):
    path = an_access_link(community)
    assert client.post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert send(client, path).status_code == 200


def test_page_shows_everything_in_words(client, community):
    contact = a_contact(community)
    pause(contact.consents.get(), until=timezone.now() + timedelta(days=5), method="link")
    a_request(community, ANNA, "migraine-news")
    AddressReveal.objects.create(
        contact=contact, subject=contact.subject, user_id=1, username="ruth", reason="Asked by letter"
    )
    OutgoingMail.objects.filter(kind="receipt").update(state="sent", settled_at=timezone.now())
    page = opened(client, community)[0].content.decode()
    for words in (
        ANNA,
        "New articles on multiple myeloma, up to twice a month",
        "We keep your address to send you what you ticked.",
        "How we look after what you tell us.",
        "Confirmed",
        "Paused",
        "Receipt of your consent",
        "Sent",
        "migraine-news",
        "ruth",
        "Asked by letter",
        "Go on from an opened page",
        "How long",
        "English",
    ):
        assert words in page, words


def test_what_is_counted_is_told_in_words(client, community):
    a_contact(community)
    assert may_confirm(parse_address(ANNA))
    page = opened(client, community)[0].content.decode()
    assert "E-mails that ask to confirm" in page
    assert "confirmation-lock" not in page
    assert " 2000" not in page


def test_somebody_without_a_confirmed_address_sees_what_waits(client, community):
    a_request(community)
    page = opened(client, community)[0].content.decode()
    assert "Sign-up" in page
    assert "Correct the address" not in page
    assert "Stop all mail" not in page
    assert "Erase everything" in page


def test_nobody_sees_another_person(client, community):
    a_contact(community, "berta@example.org", "migraine-news")
    a_contact(community)
    page = opened(client, community)[0].content.decode()
    assert "berta" not in page
    assert "migraine-news" not in page


def test_session_is_renewed_with_each_page_and_ends_after_half_an_hour(client, community):
    a_contact(community)
    _page, session = opened(client, community)
    later = session_of(send(client, "/my-data/show/", session=session))
    assert later != session
    Token.objects.filter(kind=Token.Kind.SESSION).update(expires_at=timezone.now())
    for path in ("show", "file", "stop", "correct", "erase"):
        response = send(client, f"/my-data/{path}/", session=later, format="json", sure="1")
        assert response.status_code == 410
    assert Consent.objects.active().exists()


def test_request_is_deleted_with_its_last_session(client, community):
    from consent.jobs import purge_requests

    a_contact(community)
    opened(client, community)
    request = Request.objects.get()
    assert request.expires_at <= timezone.now() + timedelta(minutes=30)
    Request.objects.update(expires_at=timezone.now())
    purge_requests()
    assert not Request.objects.exists()
    assert not Token.objects.filter(kind=Token.Kind.SESSION).exists()


@pytest.mark.parametrize("path", ["show", "file", "stop", "correct", "erase"])
def test_steps_are_taken_by_post_from_our_pages_alone(client, community, path):
    a_contact(community)
    _page, session = opened(client, community)
    before = everything()
    assert client.get(f"/my-data/{path}/", {"session": session})["Location"] == "/my-data/"
    assert client.head(f"/my-data/{path}/").status_code == 302
    values = {"session": session, "sure": "1", "format": "json"}
    assert client.post(f"/my-data/{path}/", values, headers={"Sec-Fetch-Site": "same-site"}).status_code == 403
    assert everything() == before


def test_stop_all_withdraws_everything_twice_harmlessly(client, community):
    a_contact(community, ANNA, "myeloma-news", "migraine-news")
    _page, session = opened(client, community)
    response = send(client, "/my-data/stop/", session=session)
    assert b"You have withdrawn everything." in response.content
    send(client, "/my-data/stop/", session=session)
    assert not Consent.objects.given().exists()
    assert ConsentEntry.objects.filter(action="withdrawn").count() == 2


def test_files_hold_what_the_register_knows(client, community):
    contact = a_contact(community)
    AddressReveal.objects.create(contact=contact, subject=contact.subject, user_id=1, username="ruth", reason="Why")
    _page, session = opened(client, community)
    response = send(client, "/my-data/file/", session=session, format="json")
    assert response["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert "no-store" in response["Cache-Control"]
    content = json.loads(response.content)
    assert content["address"] == ANNA
    held = {part["model"]: part["rows"] for part in content["data"]}
    wanted = {data.label for data in declared() if data.exporter(contact.address, [contact])}
    assert set(held) == wanted
    assert {"consent.Contact", "consent.Consent", "consent.ConsentEntry", "consent.AddressReveal"} <= wanted
    assert held["consent.Consent"][0]["words"][0]["text"].startswith("New articles on multiple myeloma")
    html = send(client, "/my-data/file/", session=session, format="html").content.decode()
    assert ANNA in html
    assert "<link" not in html
    assert "<script" not in html
    assert send(client, "/my-data/file/", session=session, format="exe").status_code == 410


def test_page_costs_as_many_queries_for_much_as_for_little(client, community, django_assert_max_num_queries):
    codes = [f"news-{number}" for number in range(12)]
    a_contact(community, ANNA, *codes)
    _page, session = opened(client, community)
    with django_assert_max_num_queries(
        56
    ):  # one for each declaration, the count of posts, and one that holds the person
        send(client, "/my-data/show/", session=session)
