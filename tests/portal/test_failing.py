"""What people are told while something is away: in words, with what they typed, and never with a password."""

import errno

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, OperationalError

from portal.failing import failed

WORDS = "I wrote for half an hour.\nThen the database was away."
SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def careful(client):
    """A browser that is shown what readers are shown."""
    client.raise_request_exception = False
    return client


def answer_to(error, request):
    """What is answered when a view fails with this error."""
    try:
        raise error
    except type(error):
        return failed(request)


def test_a_form_comes_back_with_what_was_typed_and_can_be_sent_again(careful, article, no_database):
    fields = {"text": WORDS, "name": "Anna", "ticket": "abc", "act": "send"}
    response = careful.post(f"/conversation/{article.pk}/join/", fields, headers=SAME_ORIGIN)
    html = response.content.decode()
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert "no-store" in response["Cache-Control"]
    assert WORDS in html.replace("\r\n", "\n")
    assert '<input type="hidden" name="ticket" value="abc">' in html
    assert f'action="/conversation/{article.pk}/join/"' in html
    assert html.count("<h1") == 1


def test_a_reader_who_only_reads_gets_no_form(careful, article, no_database):
    html = careful.get("/multiple-myeloma/relapse/").content.decode()
    assert "Please try again in a minute." in html
    assert "<form" not in html


def test_a_password_never_comes_back(careful, db, no_database):
    fields = {"username": "edith", "password": "not-to-be-shown"}
    response = careful.post("/admin/login/", fields, headers=SAME_ORIGIN)
    assert response.status_code == 503
    assert b"not-to-be-shown" not in response.content
    assert b"Please go back and send it again" in response.content


def test_what_was_typed_is_text_and_never_markup(rf):
    request = rf.post("/somewhere/", {"text": "<script>alert(1)</script>\nand more"}, headers=SAME_ORIGIN)
    html = answer_to(OperationalError("away"), request).content.decode()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_what_another_site_sent_is_not_given_a_button(rf):
    request = rf.post("/somewhere/", {"text": "Words of\nsomebody else"}, headers={"sec-fetch-site": "cross-site"})
    html = answer_to(OperationalError("away"), request).content.decode()
    assert "somebody else" not in html
    assert "<form" not in html


def test_a_script_that_asked_is_told_in_its_own_way(rf):
    request = rf.post("/sign-up/", "{}", content_type="application/json")
    response = answer_to(OperationalError("away"), request)
    assert response.status_code == 503
    assert response.headers["Content-Type"] == "application/json"
    assert b"Please try again in a minute." in response.content


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_told_in_words(rf, number):
    assert answer_to(OSError(number, "full"), rf.get("/")).status_code == 503


def test_what_is_broken_is_no_reason_to_try_again(rf, db):
    assert answer_to(OSError(errno.EACCES, "closed"), rf.get("/")).status_code == 500
    assert answer_to(ValueError("wrong"), rf.get("/")).status_code == 500
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM nowhere")
    except DatabaseError:
        assert failed(rf.get("/")).status_code == 500


def test_an_error_that_was_wrapped_is_known_by_what_led_to_it(rf):
    try:
        try:
            raise OperationalError("away")
        except OperationalError as error:
            raise RuntimeError("while a template was rendered") from error
    except RuntimeError:
        assert failed(rf.get("/")).status_code == 503
