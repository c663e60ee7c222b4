"""One line for each request, kept pages among them, that leads to nobody."""

import json
import logging

import pytest

from portal.access_log import AccessLog
from portal.log_json import JsonFormatter


@pytest.fixture
def lines(caplog):
    """``lines()``: what was logged, as JSON."""
    caplog.set_level(logging.INFO, "portal.access")
    return lambda: [json.loads(JsonFormatter().format(record)) for record in caplog.records]


def answer(status, headers=()):
    def application(environ, start_response):
        start_response(status, [("Content-Length", "5"), *headers])
        return [b"12345"]

    return application


def ask(application, path, **environ):
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "q=cancer",
        "REMOTE_ADDR": "192.0.2.7",
        **environ,
    }
    return AccessLog(application)(environ, lambda *_started: None)


def test_a_request_is_told_without_query_and_network(lines):
    ask(answer("200 OK", [("X-Request-ID", "0123456789ab")]), "/search/")
    (line,) = lines()
    assert (line["method"], line["path"], line["status"], line["bytes"]) == ("GET", "/search/", 200, 5)
    assert line["request_id"] == "0123456789ab"
    assert line["milliseconds"] >= 0
    assert "cancer" not in json.dumps(line)
    assert "192.0.2.7" not in json.dumps(line)


def test_the_token_of_a_link_is_masked(lines):
    ask(answer("200 OK"), "/u/kJd04cwXHBswiTfOZ0Kl/")
    (line,) = lines()
    assert line["path"] == "/u/[token]/"
    assert "kJd04" not in json.dumps(line)


def test_a_path_stays_on_its_line(lines, caplog):
    ask(answer("200 OK"), "/x\n2026-01-01 INFO forged\x1b[2K\x00\xe2\x80\xa8")
    (line,) = lines()
    assert line["path"] == r"/x\n2026-01-01 INFO forged\x1b[2K\x00\u2028"
    assert line["message"].startswith(rf"GET {line['path']} 200 ")


def test_an_application_that_fails_is_told_as_an_error(lines):
    def application(environ, start_response):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ask(application, "/")
    assert lines()[0]["status"] == 500
