"""What fails where no middleware is yet is answered with every header, in words, and logged like anything else."""

import io
import json
import logging

import pytest

from portal import last_resort
from portal.last_resort import LastResort
from portal.log_json import JsonFormatter
from portal.request_ids import HEADER
from tests.portal.security.test_response_headers import demand_headers

ASKED = "q=xylophone&by=anna@example.org"


def broken(environ, start_response):
    raise LookupError(f"'hex' is no encoding of {environ['QUERY_STRING']}")


def answer(application, **environ):
    told = []
    asked = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/search/",
        "QUERY_STRING": "q=xylophone&by=anna@example.org",
        **environ,
    }
    body = b"".join(LastResort(application)(asked, lambda *started: told.extend(started)))
    return told[0], dict(told[1]), body.decode()


@pytest.fixture
def lines():
    """``lines()``: what was logged, as JSON, written when it happened."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonFormatter())
    logging.getLogger("portal.last_resort").addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logging.getLogger("portal.last_resort").removeHandler(handler)


def test_a_failure_outside_of_everything_is_answered_in_words_with_every_header(lines):
    status, headers, text = answer(broken)
    assert status == "500 Internal Server Error"
    assert "Something went wrong here" in text
    assert headers[HEADER] in text, "the number that the log has"
    assert headers["Content-Length"] == str(len(text.encode()))
    assert "no-store" in headers["Cache-Control"]
    assert "Traceback" not in text
    demand_headers(headers)


def test_it_is_logged_with_its_trace_and_without_what_somebody_typed(lines):
    _status, headers, _text = answer(broken)
    (line,) = lines()
    assert line["request_id"] == headers[HEADER]
    assert "'hex' is no encoding of" in line["error"]
    assert "in broken" in line["error"]
    assert "xylophone" not in json.dumps(line)
    assert "anna" not in json.dumps(line)


def test_nothing_else_is_needed_to_say_so(monkeypatch, lines):
    def fails(request):
        raise RuntimeError

    monkeypatch.setattr(last_resort, "server_error", fails)
    status, headers, text = answer(broken)
    assert status.startswith("500")
    assert text == "Something went wrong here"
    demand_headers(headers)


def test_the_head_of_a_failure_has_no_body(lines):
    assert answer(broken, REQUEST_METHOD="HEAD")[2] == ""


def test_the_admin_is_answered_too(lines):
    status, headers, _text = answer(broken, PATH_INFO="/admin/login/")
    assert status.startswith("500")
    demand_headers(headers)


def test_what_works_is_left_alone(lines):
    def works(environ, start_response):
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]

    assert answer(works) == ("200 OK", {"Content-Length": "2"}, "ok")
    assert not lines()
