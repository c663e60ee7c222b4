"""Whatever is refused leaves no trace of the address, and loses nothing that somebody typed."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import encode_multipart

from consent.capture.admission import AT_ALL, FREELY
from consent.capture.posted import LARGEST
from consent.models import ConsentEntry, OutgoingMail, Purpose, RateCount, Request
from consent.versions.offers import Kind, offer_of
from consent.versions.publishing import retire
from consent.versions.purposes import publish_purpose
from tests.consent.capture.sending import KINDS, PATH, code_of, everything_kept, fields, post
from tests.consenting import publish_words, use_up

ADDRESS = "quincunx@example.org"
NETWORK = "127.0.0.1"


def change_words(community):
    publish_words(community, Kind.NOTICE, "sign-up", words="We keep your address for something else.")


def be_gone(community, kind, code=""):
    retire(site=community, kind=kind, code=code)


def be_many(limit):
    use_up(limit, NETWORK)


REFUSED = {
    "no box": ({"purpose": []}, None, 422, "errors"),
    "no box at all": ({"purpose": None}, None, 422, "errors"),
    "a box that is not there": ({"purpose": ["somebody-elses"]}, None, 422, "errors"),
    "a bad address": ({"email": f"{ADDRESS}@"}, None, 422, "errors"),
    "an address with a line break": ({"email": f"{ADDRESS}\r\nBcc: berta@example.org"}, None, 422, "errors"),
    "an address with NUL": ({"email": f"{ADDRESS}\x00"}, None, 422, "errors"),
    "two addresses": ({"email": f"{ADDRESS}, berta@example.org"}, None, 422, "errors"),
    "a quoted local part": ({"email": f'"{ADDRESS}"@example.org'}, None, 422, "errors"),
    "a name beside the address": ({"email": f"Anna <{ADDRESS}>"}, None, 422, "errors"),
    "a long local part": ({"email": f"{'a' * 65}{ADDRESS}"}, None, 422, "errors"),
    "a long address": ({"email": f"{ADDRESS}{'.example' * 40}"}, None, 422, "errors"),
    "a Cyrillic letter": ({"email": f"c{ADDRESS}".replace("c", "\u0441", 1)}, None, 422, "errors"),
    "a mixed domain": ({"email": f"{ADDRESS}.ex\u0430mple.\u0001org"}, None, 422, "errors"),
    "no digest": ({"seen": None}, None, 422, "changed"),
    "another digest": ({"seen": "o1:" + "0" * 64}, None, 422, "changed"),
    "other words": ({}, change_words, 422, "changed"),
    "a purpose that is gone": ({}, lambda site: be_gone(site, Kind.PURPOSE, "myeloma-news"), 422, "changed"),
    "nothing offered any more": ({}, lambda site: be_gone(site, Kind.PRIVACY), 422, "nothing-offered"),
    "what only programs fill in": ({"website": "https://spam.example"}, None, 422, "once-more"),
    "many from one network": ({}, lambda _site: be_many(FREELY), 422, "once-more"),
    "far too many from one network": ({}, lambda _site: be_many(AT_ALL), 429, "too-many"),
    "a long field": ({"email": ADDRESS * 6000}, None, 400, "unreadable"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_the_address_nowhere(one_span, client, community, offer, caplog, kind, name):
    caplog.set_level("DEBUG", logger="django")
    changes, before, status, code = REFUSED[name]
    if before:
        before(community)
    response = post(client, fields(offer, **{"email": ADDRESS, **changes}), kind)
    assert (response.status_code, code_of(response, kind)) == (status, code)
    kept = everything_kept(client, caplog)
    assert "quincunx" not in kept
    assert "berta" not in kept
    assert not client.cookies
    assert not any(model.objects.exists() for model in (Request, ConsentEntry, OutgoingMail))
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_forms_of_other_sites_are_refused_unread(client, offer, caplog, kind, headers):
    response = post(client, fields(offer, email=ADDRESS), kind, headers=headers)
    assert (response.status_code, code_of(response, kind)) == (403, "elsewhere")
    assert ADDRESS not in everything_kept(client, caplog)
    assert ADDRESS not in response.content.decode()
    assert post(client, fields(offer), kind, headers={"Origin": "http://testserver"}).status_code in (200, 303)


def test_what_was_typed_and_ticked_goes_back_into_the_form_and_nowhere_else(client, offer):
    changes = {"email": 'anna@"><b>', "purpose": ["myeloma-news"], "discreet": "1"}
    page = BeautifulSoup(post(client, fields(offer, **{"email": ADDRESS, **changes})).content, "html.parser")
    assert page.select_one("[name=email]")["value"] == 'anna@"><b>'
    assert page.select_one("[name=email]")["aria-invalid"] == "true"
    assert [box["value"] for box in page.select("[name=purpose][checked]")] == ["myeloma-news"]
    assert page.select_one("[name=discreet]").has_attr("checked")
    summary = page.select_one("[role=alert] a")
    assert summary["href"] == f"#{page.select_one('[name=email]')['id']}"
    assert summary.get_text() == page.select_one("#sign-up-email-error").get_text()
    assert "anna" not in str(page.title)


def test_words_that_changed_are_shown_with_every_box_unticked(client, community, offer):
    change_words(community)
    page = BeautifulSoup(post(client, fields(offer, email=ADDRESS)).content, "html.parser")
    assert "We keep your address for something else." in page.get_text()
    assert page.select_one("[name=email]")["value"] == ADDRESS
    assert not page.select("[name=purpose][checked]")
    again = {name: page.select_one(f"[name={name}]")["value"] for name in ("seen", "offered")}
    assert post(client, fields(offer, **again)).status_code == 303


def test_a_form_keeps_to_the_boxes_that_it_showed(client, community, offer):
    """The digest is that of the boxes which stood there: a further one can't be slipped in."""
    one = fields(offer, offered="myeloma-news", purpose=["myeloma-news"])
    assert post(client, one).status_code == 422
    assert post(client, fields(offer, offered="myeloma-news lymphoma-news")).status_code == 422
    assert not Request.objects.exists()


def test_boxes_that_are_no_newsletters_cannot_be_asked_for(client, community, offer):
    purpose = Purpose.objects.get(code="myeloma-news")
    purpose.kind = Purpose.Kind.COMMENTS
    purpose.save()
    publish_purpose(purpose)
    forged = offer_of(community, "en", codes=["myeloma-news"])
    assert post(client, fields(forged)).status_code == 422
    assert not Request.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        b" ",
        b"{",
        b"[]",
        b'"anna@example.org"',
        b"null",
        b"\xff\xfe\x00",
        b'{"email": ["anna@example.org"]}',
        b'{"email": {"a": "anna@example.org"}}',
        b'{"email": 5}',
        b'{"email": null}',
        b'{"email": true}',
        b'{"purpose": [["a"]]}',
        b'{"purpose": {"a": "b"}}',
        b'{"purpose": 1}',
        b'{"discreet": "perhaps"}',
        b'{"discreet": [true, false]}',
        b'{"offered": ["myeloma-news"]}',
        b"[" * 30_000,
        b'{"a":' * 10_000,
        b"1" * 6_000,
        b" " * (LARGEST + 1),
    ],
    ids=lambda body: body[:30].decode(errors="replace"),
)
def test_json_of_another_shape_is_refused_with_a_sentence(client, offer, body):
    response = client.post(PATH, body, content_type="application/json", headers={"Sec-Fetch-Site": "same-origin"})
    assert (response.status_code, response.json()["code"]) == (400, "unreadable")
    assert response.json()["sentence"].endswith(".")


@pytest.mark.parametrize("name", ["email", "purpose", "seen", "offered", "website", "challenge"])
@pytest.mark.parametrize("value", ["\ud800", "a\udfff@example.org", "\x00", "\U0001f600", "\u202e"])
def test_no_text_is_too_odd_for_an_answer(client, offer, name, value):
    """Halves of surrogate pairs, which only JSON can hold, and what databases refuse."""
    data = fields(offer, **{name: [value] if name == "purpose" else value})
    response = post(client, data, "json")
    is_looked_at = name not in ("offered", "challenge")  # the digest says what was seen; nobody asked for a challenge
    assert response.status_code == (422 if is_looked_at else 200)
    assert json.loads(response.content)["sentence"]


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/x-www-form-urlencoded", b"email=a@example.org&email=b@example.org"),
        ("application/x-www-form-urlencoded", b"a&" * 20_000),
        ("application/x-www-form-urlencoded; charset=utf-16", b"email=a"),
        ("multipart/form-data", b"email=a"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name="),
        ("multipart/form-data; boundary=x", b""),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n--y--\r\n'),
        ("multipart/form-data; boundary=" + "x" * 300, b"--x"),
        ("text/plain", b"email=a@example.org"),
        ("application/xml", b"<email/>"),
        ("", b""),
        ("application/x-www-form-urlencoded", b"email=" + b"a" * LARGEST),
    ],
)
def test_broken_forms_are_refused_with_a_page(client, offer, content_type, body):
    response = client.generic("POST", PATH, body, content_type=content_type, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 400
    assert not Request.objects.exists()


@pytest.mark.parametrize("name", ["email", "seen", "offered", "purpose"])
def test_a_name_that_stands_twice_in_json_is_refused_as_in_a_form(client, offer, name):
    good = json.dumps(fields(offer))
    twice = good.replace("{", f'{{"{name}": "x", ', 1)
    headers = {"Sec-Fetch-Site": "same-origin"}
    response = client.post(PATH, twice, content_type="application/json", headers=headers)
    assert (response.status_code, response.json()["code"]) == (400, "unreadable")
    assert client.post(PATH, good, content_type="application/json", headers=headers).status_code == 200


def test_a_multipart_form_that_breaks_off_is_refused(client, offer):
    whole = encode_multipart("a.b", fields(offer))
    sent = {"content_type": "multipart/form-data; boundary=a.b", "headers": {"Sec-Fetch-Site": "same-origin"}}
    assert whole.endswith(b"\r\n--a.b--\r\n")
    for broken in (whole[:-4], whole[:-6], whole[:-9], whole[: len(whole) // 2], whole.replace(b"--a.b--", b"--a.b-")):
        assert client.post(PATH, broken, **sent).status_code == 400
    assert client.post(PATH, whole.replace(b"--a.b--", b"--axb--"), **sent).status_code == 400
    assert not Request.objects.exists()
    assert client.post(PATH, whole[:-2] + b" \r\nwords behind it", **sent).status_code == 303


def test_a_length_that_is_no_number_is_refused(client, offer):
    response = post(client, fields(offer), CONTENT_LENGTH="many")
    assert response.status_code == 400


def test_bytes_that_are_no_text_are_taken_for_what_they_are(client, offer):
    body = f"email=%ED%A0%80%FF&purpose=myeloma-news&seen={offer.digest}&offered=lymphoma-news+myeloma-news"
    headers = {"Sec-Fetch-Site": "same-origin"}
    response = client.post(PATH, body, content_type="application/x-www-form-urlencoded", headers=headers)
    assert response.status_code == 422


def test_a_file_in_the_form_is_passed_over(client, offer, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    response = post(client, {**fields(offer), "email": SimpleUploadedFile("x.txt", b"anna@example.org")}, "multipart")
    assert response.status_code == 422
    assert not list(tmp_path.iterdir())


def test_refused_forms_are_not_counted(client, offer):
    for _time in range(FREELY.most + 1):
        assert post(client, fields(offer, purpose=[])).status_code == 422
    assert not RateCount.objects.exclude(action__startswith="post ").exists()
    assert post(client, fields(offer)).status_code == 303
