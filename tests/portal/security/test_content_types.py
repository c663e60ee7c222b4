"""What a request says of its body: nobody's charset decodes a query or a form, and none leaves a request unanswered."""

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import RequestFactory

from portal.content_types import UNREADABLE, Readable, readable, without_charset
from tests.portal.security.test_response_headers import demand_headers

NO_TEXT = ["hex", "rot13", "zlib", "bz2", "base64", "uu", "quopri", "undefined", "idna", "punycode"]
OTHERS = ["utf-16", "utf-7", "utf-8-sig", "iso-8859-1", "windows-1252", "no-such-charset", "a\0b", "\ud800"]
URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=a"
PART = b'--a\r\nContent-Disposition: form-data; name="act"\r\n\r\nconfirm\r\n--a--\r\n'


@pytest.fixture
def answer(db):
    """``answer(method, path, body, kind)``: status, headers and text, as a server gets them."""
    for signal in (request_started, request_finished):  # which would close the connection of the test
        signal.disconnect(close_old_connections)
    application = Readable(get_wsgi_application())

    def ask(method, path, body=b"", kind=""):
        environ = RequestFactory().generic(method, path, body).environ
        environ |= {"CONTENT_TYPE": kind, "HTTP_ORIGIN": "http://testserver"}
        told = []
        text = b"".join(application(environ, lambda *started: told.extend(started)))
        return int(told[0][:3]), dict(told[1]), text.decode()

    yield ask
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("charset", NO_TEXT + OTHERS)
def test_a_query_is_read_as_utf_8_whatever_is_said_of_a_body_that_is_not_there(answer, community, charset):
    status, headers, text = answer("GET", "/search/?q=caf%C3%A9", kind=f"text/plain; charset={charset}")
    assert status == 200
    assert 'value="café"' in text
    demand_headers(headers)


@pytest.mark.parametrize("charset", ["hex", "utf-16"])
@pytest.mark.parametrize(("kind", "body"), [(URLENCODED, b"act=confirm"), (MULTIPART, PART)])
@pytest.mark.parametrize("path", ["/sign-up/", "/my-data/erase/", "/confirm/abc/", "/conversation/1/join/"])
def test_a_form_in_another_charset_is_refused_in_words(answer, community, path, kind, body, charset):
    status, headers, text = answer("POST", path, body, f"{kind}; charset={charset}")
    assert status == 400
    assert "<h1" in text
    assert "Traceback" not in text
    demand_headers(headers)


@pytest.mark.parametrize("charset", NO_TEXT + OTHERS)
@pytest.mark.parametrize("kind", [URLENCODED, MULTIPART])
def test_whoever_reads_a_form_in_another_charset_is_told_that_nobody_can(kind, charset):
    assert without_charset(f"{kind}; charset={charset}") == UNREADABLE


@pytest.mark.parametrize(
    "charset", ["utf-8", "UTF8", "utf_8", "u8", "us-ascii", "ASCII", '"utf-8"', "", "utf-8;charset=UTF-8"]
)
def test_a_form_that_says_that_it_is_utf_8_is_read(charset):
    for kind, body in ((URLENCODED, b"act=caf%C3%A9"), (MULTIPART, PART.replace(b"confirm", "café".encode()))):
        environ = RequestFactory().generic("POST", "/", body).environ
        request = WSGIRequest(readable(environ | {"CONTENT_TYPE": f"{kind}; charset={charset}"}))
        assert request.POST["act"] == "café"


@pytest.mark.parametrize("boundary", ["----WebKitFormBoundaryAbC123", '"a;b"', '"a b:c"', r'"a\"b"', "a'b"])
def test_the_boundary_of_a_form_stays_what_it_was(boundary):
    bare = boundary.strip('"').replace('\\"', '"').encode()
    body = PART.replace(b"--a", b"--" + bare)
    environ = RequestFactory().generic("POST", "/", body).environ
    told = {"CONTENT_TYPE": f"multipart/form-data; charset=utf-8; boundary={boundary}"}
    assert WSGIRequest(readable(environ | told)).POST["act"] == "confirm"


@pytest.mark.parametrize(
    "told", [";", "; charset=hex", "a/b; charset*=idna''x", "a" * 2_000 + "; b=c", "a; b*=no-such''c"]
)
def test_what_is_no_type_of_content_is_unreadable(told):
    assert without_charset(told) == UNREADABLE


def test_other_kinds_lose_the_word_alone():
    assert without_charset("application/json; charset=hex") == "application/json"
    assert without_charset("text/plain; charset=no-such-charset; a=b") == "text/plain"


def test_a_request_without_a_charset_is_passed_on_as_it_came():
    environ = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": "2"}
    assert readable(environ) is environ
    assert readable(environ | {"REQUEST_METHOD": "HEAD"}) == {"REQUEST_METHOD": "HEAD"}


def test_one_click_stops_the_mail_whatever_it_says_of_its_body(answer, community):
    for charset in NO_TEXT:
        assert answer("POST", "/u/never-made/", PART, f"{MULTIPART}; charset={charset}")[0] == 200


def test_the_portal_is_served_so(served):
    kind = {"Content-Type": "text/plain; charset=hex"}
    status, headers, _body = served.fetch("/search/?q=a", **kind)
    assert status == 200
    assert headers["X-Request-ID"]
