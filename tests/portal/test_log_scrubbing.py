"""No address in any log: not in a message, in its values, in a traceback, nor on the page that an error shows."""

import io
import logging
import logging.config

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import path

from portal.log_scrubbing import MASK, TOKEN_MASK, ScrubbingFormatter, scrub

ANNA = "anna.öz+news@example.org"


def fail(request):
    """Fails with what was typed, as a careless view might."""
    email = request.POST["email"]
    try:
        raise KeyError(email)
    except KeyError as error:
        raise ValueError(f"can't keep {email!r}") from error


urlpatterns = [path("sign-up/", fail)]


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
    "address", [ANNA, "a@localhost", '"anna b"@example.org', "anna@[192.0.2.1]", "anna%40example.org", "anna@bücher.de"]
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


@pytest.fixture
def log(monkeypatch):
    """What a handler of the settings writes."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    line = settings.LOGGING["formatters"]["line"]
    assert line["()"] == "portal.log_scrubbing.ScrubbingFormatter"
    handler.setFormatter(ScrubbingFormatter(line["format"]))
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
    assert MASK in log.getvalue()
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
