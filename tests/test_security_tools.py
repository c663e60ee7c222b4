"""The security checks themselves: a check that did not look says so, and is no pass."""

import pytest

from tools.security import __main__ as command
from tools.security import dependencies, secrets_scan, wapiti
from tools.security.verdicts import Outcome, did_not_run, failed, passed


@pytest.mark.parametrize(
    ("verdict", "ci", "code"),
    [
        (passed(), "", 0),
        (failed("x"), "", 1),
        (did_not_run("x"), "", 0),
        (did_not_run("x"), "true", 1),
    ],
)
def test_what_did_not_run_fails_in_ci_and_is_said_loudly_elsewhere(monkeypatch, capsys, verdict, ci, code):
    monkeypatch.setenv("CI", ci)
    assert command.summed_up({"wapiti": verdict}) == code
    assert ("DID NOT RUN, so nothing is known of it: wapiti" in capsys.readouterr().out) == (
        verdict.outcome is Outcome.DID_NOT_RUN
    )


def test_databases_that_are_out_of_reach_do_not_fail_ci(monkeypatch):
    monkeypatch.setenv("CI", "true")
    assert command.summed_up({"python": did_not_run("x"), "npm": did_not_run("x")}) == 0


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ([(0, "No known vulnerabilities found")], Outcome.DID_NOT_RUN),  # it did not know what everybody knows
        ([(1, "ConnectionError: no route")], Outcome.DID_NOT_RUN),
        ([(1, "Found 9 known vulnerabilities in 1 package"), (0, "No known vulnerabilities found")], Outcome.PASSED),
        ([(1, "Found 9 known vulnerabilities"), (1, "Found 1 known vulnerability in 1 package")], Outcome.FAILED),
        ([(1, "Found 9 known vulnerabilities"), (1, "ERROR: skipped a package")], Outcome.DID_NOT_RUN),
    ],
)
def test_an_audit_counts_only_if_it_knows_a_weakness_that_is_known(monkeypatch, answers, outcome):
    told = iter(answers)
    monkeypatch.setattr(dependencies, "_pip_audit", lambda *_arguments: next(told))
    assert dependencies.audit_python().outcome is outcome


def test_a_secret_in_a_file_is_found_and_a_reviewed_line_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(secrets_scan, "PROJECT_DIR", tmp_path)
    monkeypatch.setattr(secrets_scan, "REVIEWED", ())
    key = "AKIA" + "QYLPMN5HHHFPZ" + "AM2"
    (tmp_path / "settings.py").write_text(f'# made up\nAWS = "{key}"\n')
    monkeypatch.setattr(secrets_scan, "tracked_files", lambda: [tmp_path / "settings.py"])
    verdict = secrets_scan.find_secrets()
    assert verdict.outcome is Outcome.FAILED
    assert any("settings.py:2" in line for line in verdict.details)
    entry = secrets_scan.Reviewed("settings.py", "^AWS", "made up")
    monkeypatch.setattr(secrets_scan, "REVIEWED", (entry,))
    assert secrets_scan.find_secrets().outcome is Outcome.PASSED
    (tmp_path / "settings.py").write_text("AWS = None\n")
    assert secrets_scan.find_secrets().outcome is Outcome.FAILED, "an entry that nothing needs hides the next secret"


def test_findings_of_the_crawler_are_told_with_their_place():
    told = {"vulnerabilities": {"SQL Injection": [{"method": "GET", "path": "/s", "parameter": "q", "info": "x"}]}}
    assert list(wapiti._found(told)) == ["SQL Injection: GET /s q: x"]
