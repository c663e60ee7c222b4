"""Nothing of a person in any log: not in a message, its values or a traceback, nor on the page that an error shows."""

import io
import json
import logging
import logging.config
import sqlite3

import psycopg
import pytest
from django.conf import settings
from django.db import DataError, IntegrityError
from django.test import override_settings
from django.urls import path

import consent.urls  # noqa: F401 - says which addresses take a form
from portal.log_json import JsonFormatter
from portal.log_scrubbing import MASK, TOKEN_MASK, ScrubbingFormatter, scrub

ANNA = "anna.öz+news@example.org"


def fail(request):
    """Fails with what was typed, as a careless view might."""
    email = request.POST["email"]
    try:
        raise KeyError(email)
    except KeyError as error:
        raise ValueError(f"can't keep {email!r}") from error


urlpatterns = [path("sign-up/", fail, name="sign_up")]


@pytest.mark.parametrize(
    "text",
    [
        "to {}",
        "<{}>",
        "Key (email)=({}) already exists.",
        "{{'email': '{}'}}",
        "/search/?q={}",
        "550 5.1.1 <{}>: no such user",
        "mailto:{}?subject=x",
        "{},{}",
        "a@{}@b",
    ],
)
@pytest.mark.parametrize(
    "address",
    [
        ANNA,
        "a@localhost",
        '"anna b"@example.org',
        "anna@[192.0.2.1]",
        "anna%40example.org",
        "anna@bücher.de",
        "anna}@example.org",
        "{anna|x}@example.org",
        "anna=@example.org",
        "anna?@example.org",
        "anna|@example.org",
        "anna/@example.org",
        "anna&'=@example.org",
        "=?@example.org",
    ],
)
def test_whatever_is_like_an_address_is_masked(text, address):
    scrubbed = scrub(text.format(address, address))
    assert MASK in scrubbed
    assert "anna" not in scrubbed.replace("[address]", "")
    assert "example" not in scrubbed
    assert "@localhost" not in scrubbed


@pytest.mark.parametrize(
    "text", ["GET /multiple-myeloma/ 200", "    @transaction.atomic", "5 mails @ 3 o'clock", "100%"]
)
def test_other_words_stay(text):
    assert scrub(text) == text


def test_a_long_line_takes_no_long_time(grows_linearly):
    assert grows_linearly(lambda size: scrub("@" + "a" * size))
    assert grows_linearly(lambda size: scrub('"' * size + "@"))


@pytest.fixture(params=["lines", "json"])
def log(monkeypatch, request):
    """What a handler of the settings writes, in either format."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    line = settings.LOGGING["formatters"]["line"]
    assert line["()"] == "portal.log_scrubbing.ScrubbingFormatter"
    handler.setFormatter(JsonFormatter() if request.param == "json" else ScrubbingFormatter(line["format"]))
    monkeypatch.setattr(logging.root, "handlers", [handler])
    return written


def test_neither_message_values_nor_traceback_hold_an_address(log):
    try:
        raise ValueError(f"no mailbox {ANNA}")
    except ValueError:
        logging.getLogger("portal").exception("Failed for %s: %r", ANNA, {"to": ANNA})
    assert "ValueError: no mailbox [address]" in log.getvalue()
    assert "example.org" not in log.getvalue()


def test_a_failing_sign_up_leaves_no_address_on_the_page_or_in_the_log(client, community, log):
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=__name__, DEBUG=False, ADMINS=[("Admin", "admin@example.com")]):
        response = client.post("/sign-up/", {"email": ANNA})
    assert response.status_code == 500
    assert "example.org" not in response.content.decode()
    assert "ValueError: can't keep" in log.getvalue()
    assert "example.org" not in log.getvalue()


@pytest.mark.parametrize("path", ["/conversation/status/{}/", "/es/confirm/{}/", "/u/{}/"])
def test_a_link_that_somebody_got_by_mail_stands_in_no_line(client, community, log, path):
    token = "kJd04cwXHBswiTfOZ0Kl"
    client.put(path.format(token))
    client.post(path.format(token), b"x", content_type="multipart/form-data", headers={"Sec-Fetch-Site": "same-origin"})
    assert f": {path.format(TOKEN_MASK)}" in log.getvalue()
    assert token not in log.getvalue()


def test_every_handler_masks_addresses_and_none_mails_a_traceback():
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"line"}
    logging.config.dictConfig(settings.LOGGING)
    for name in ("django", "django.request", "django.server", "django.security"):
        assert logging.getLogger(name).handlers == []  # they reach the handlers of the root
        assert logging.getLogger(name).propagate


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("refused 192.0.2.7", "refused [network]"),
        ("from 192.0.2.7:51322, via ::ffff:192.0.2.7", "from [network]:51322, via [network]"),
        ("2001:db8:2:3aa:ffff::9 asked", "[network] asked"),
        ('server at "10.1.2.3", port 5432', 'server at "[network]", port 5432'),
        ("127.0.0.1 and ::1 are this machine", "127.0.0.1 and ::1 are this machine"),
        ("at 12:34:56, version 5.2.1, a[::2], ratio 1.2.3.4.5", "at 12:34:56, version 5.2.1, a[::2], ratio 1.2.3.4.5"),
    ],
)
def test_networks_are_masked(text, scrubbed):
    assert scrub(text) == scrubbed


@pytest.mark.parametrize(
    "text",
    [
        "Not Found: /confirm/{}/",
        "/es/conversation/status/{}/?x=1",
        "https://health.example/u/{}",
        "bad session {}",
        "the link {} was used",
    ],
)
def test_tokens_are_masked_wherever_they_stand(text):
    token = "kJd04cwXHBswiTfOZ0Kl"
    assert token not in scrub(text.format(token))
    assert TOKEN_MASK in scrub(text.format(token))


@pytest.mark.parametrize("token", ["3q2lgyf4zu0q3bb9e2w8c7w1k0x5m6n4", "c9x2ab-0f1e2d3c4b5a69788796a5b4c3d2e1f0"])
def test_keys_of_sessions_and_tokens_of_new_passwords_are_masked(token):
    assert scrub(f"unknown {token}") == f"unknown {TOKEN_MASK}"


@pytest.mark.parametrize(
    "text",
    ["/multiple-myeloma/what-a-relapse-means-2/ 404", "ContentPolicyMiddleware failed", "portal.page_cache.serving"],
)
def test_what_is_no_token_stays(text):
    assert scrub(text) == text


def test_nothing_that_somebody_typed_stands_in_a_line(client, community, log):
    client.raise_request_exception = False
    typed = {"email": "Anna Müller-Öz", "words": "I take 50 mg and\nfeel worse since May."}
    with override_settings(ROOT_URLCONF=__name__):
        client.post("/sign-up/?q=breast+cancer", typed)
    assert "Traceback" in log.getvalue()
    assert "test_log_scrubbing.py" in log.getvalue()
    assert "in fail" in log.getvalue()
    for word in ("Anna", "Müller", "50 mg", "since May", "breast"):
        assert word not in log.getvalue()


def test_a_database_s_error_names_no_value(log):
    told = 'duplicate key value violates unique constraint "one"\nDETAIL:  Key (name)=(Anna Müller) already exists.'
    for error in (
        IntegrityError(told),
        DataError('invalid input syntax for type integer: "Anna Müller"'),
        psycopg.errors.NotNullViolation("null value\nDETAIL:  Failing row contains (7, Anna Müller, null)."),
        sqlite3.OperationalError('near "Anna Müller": syntax error'),
    ):
        try:
            raise error
        except Exception:
            logging.getLogger("portal").exception("It failed.")
    assert log.getvalue().count("Traceback") == 4
    assert "duplicate key value" in log.getvalue()
    assert "Anna" not in log.getvalue()


def test_the_errors_that_led_to_one_are_told_in_order(log):
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            raise ValueError("second") from error
    except ValueError:
        logging.getLogger("portal").exception("It failed.")
    assert log.getvalue().index("KeyError: 'first'") < log.getvalue().index("ValueError: second")


def test_a_line_names_the_request_that_caused_it(client, community, log):
    number = client.get("/missing/")["X-Request-ID"]
    assert number in log.getvalue()


def test_a_line_of_json_can_be_read_and_holds_nothing_else(log, request):
    if "[json]" not in request.node.name:
        return  # a line for people
    logging.getLogger("portal").warning(
        '“%s” said "@all" to %s', "Anna", ANNA, extra={"email": ANNA, "request": object()}
    )
    line = json.loads(log.getvalue())
    assert set(line) == {"time", "level", "logger", "request_id", "message"}
    assert line["level"] == "WARNING"
    assert MASK in line["message"]


FORGED = [
    f"/x{mark}2026-01-01 00:00:00,000 INFO portal [abc] forged"
    for mark in (
        "\n",
        "\r",
        "\r\n",
        "\x0b",
        "\x0c",
        "\x1b[2K",
        "\x00",
        "\x7f",
        "\x85",
        "\x9b",
        "\u2028",
        "\u2029",
        "\u202e",
    )
]


@pytest.mark.parametrize("text", FORGED, ids=ascii)
def test_nobody_writes_a_line_of_their_own(log, text):
    logging.getLogger("portal").warning("GET %s 404", text, extra={"access": {"path": text}, "request": object()})
    written = log.getvalue().removesuffix("\n")
    assert len(written.splitlines()) == 1
    assert all(mark.isprintable() for mark in written)
    assert "/x\\" in written


@pytest.mark.parametrize("text", FORGED, ids=ascii)
def test_the_words_of_an_error_begin_no_line_either(log, text):
    try:
        raise ValueError(text)
    except ValueError:
        logging.getLogger("portal").exception("It failed.")
    lines = log.getvalue().splitlines()
    assert not [line for line in lines if line.startswith("2026-01-01")]
    assert all(mark.isprintable() for line in lines for mark in line)


def test_statements_of_the_database_are_no_lines_even_when_everything_is_logged():
    logging.config.dictConfig({**settings.LOGGING, "root": {**settings.LOGGING["root"], "level": "DEBUG"}})
    try:
        assert not logging.getLogger("django.db.backends").isEnabledFor(logging.DEBUG)
    finally:
        logging.config.dictConfig(settings.LOGGING)
