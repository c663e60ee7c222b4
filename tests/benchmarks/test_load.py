"""What wrk printed, and what is never asked."""

import pytest

from benchmarks.load import NoLoadError, load, read_report

REPORT = """Running 1s test @ http://127.0.0.1:1/
  1 threads and 2 connections
  812 requests in 1.00s, 1.00MB read
  Socket errors: connect 0, read 1, write 0, timeout 2
  Non-2xx or 3xx responses: 4
Requests/sec:    811.50
Transfer/sec:      1.00MB
"""


def test_answers_a_second_and_everything_that_was_no_answer_are_counted():
    found = read_report(REPORT)
    assert (found.a_second, found.requests, found.errors) == (811.5, 812, 7)


def test_what_is_no_report_is_told_as_it_is():
    with pytest.raises(NoLoadError, match="unable to connect"):
        read_report("unable to connect to 127.0.0.1:1 Connection refused")


def test_no_server_elsewhere_is_ever_asked():
    with pytest.raises(NoLoadError, match="elsewhere"):
        load("https://health.example.org/", seconds=1)
