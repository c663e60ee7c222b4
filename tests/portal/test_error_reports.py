"""What leaves when an error is reported: the error and where it was, and nothing of the person whose request it met."""

import json
import subprocess
import sys

import pytest

from portal.environment import PROJECT_DIR
from portal.error_reports import begin

pytestmark = pytest.mark.any_database

ADDRESS, TOKEN, ROW = "anna@example.org", "mAtching-t0ken-of-a-link", "Anna, my illness"


@pytest.fixture(scope="module")
def sent():
    """Reports that would have left: of a view, of the log, and of an event with everything in it."""
    command = [sys.executable, "-m", "tests.portal.reporting", ADDRESS, TOKEN, ROW]
    done = subprocess.run(command, cwd=PROJECT_DIR, capture_output=True, text=True, check=True, timeout=120)
    return json.loads(done.stdout.splitlines()[-1])


def test_nothing_is_reported_unless_asked_for(settings):
    settings.SENTRY_DSN = ""
    assert begin() is False


def test_reports_tell_of_nobody(sent):
    text = json.dumps(sent)
    for word in (ADDRESS, TOKEN, "my illness", "the browser of anna", "session-of-anna", "who=anna", "192.0.2.7"):
        assert word not in text
    assert "cookies" not in text
    for report in sent:
        assert not {"user", "extra", "breadcrumbs", "server_name"} & report.keys()


def test_reports_tell_what_broke_and_where(sent):
    error = sent[0]["exception"]["values"][0]
    assert (error["type"], error["value"]) == ("ValueError", "no row for secret of [address]")
    assert sent[0]["transaction"] == "/links/{token}/"
    assert sent[0]["request"].keys() == {"method"}
    frame = error["stacktrace"]["frames"][-1]
    assert frame["function"] == "breaks"
    assert "vars" not in frame


def test_what_was_logged_as_an_error_is_reported_without_its_values(sent):
    assert sent[1]["logentry"]["message"] == "The letter to %s failed"
    assert sent[2]["message"] == "Mail to [address] failed"
