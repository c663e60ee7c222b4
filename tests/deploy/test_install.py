"""The install script: what it says, what it refuses, and that a dry run touches nothing. ``.ci/install.py`` runs it."""

import re
import subprocess

import pytest

from portal.environment import PROJECT_DIR
from tests.tools_needed import shellcheck

pytestmark = pytest.mark.any_database

SCRIPT = PROJECT_DIR / "deploy" / "install.sh"
GUIDE = PROJECT_DIR / "docs" / "operations" / "install.md"
SCRIPTS = [*PROJECT_DIR.glob("deploy/**/*.sh")]


def install(*options):
    return subprocess.run(["bash", SCRIPT, *options], text=True, capture_output=True, timeout=60)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_can_be_read_by_its_shell(script):
    checked = subprocess.run(["bash", "-n", script], text=True, capture_output=True)
    assert checked.returncode == 0, checked.stderr


def test_no_script_has_what_shell_programmers_warn_of():
    checked = subprocess.run(
        [shellcheck(), "-x", *SCRIPTS, PROJECT_DIR / ".ci" / "run"], text=True, capture_output=True
    )
    assert checked.returncode == 0, checked.stdout


def test_a_dry_run_says_each_step_and_does_none(tmp_path):
    root = tmp_path / "machine"
    said = install("--host", "health.example.org", "--root", str(root), "--dry-run")
    assert said.returncode == 0, said.stderr
    for step in ("Folders", "Database", "Settings", "Certificate", "nginx", "Release", "First community", "Done"):
        assert re.search(rf"^\* {step}", said.stdout, re.MULTILINE), step
    assert not root.exists()


def test_a_dry_run_for_a_whole_machine_needs_no_administrator(tmp_path):
    said = install("--host", "health.example.org", "--dry-run")
    assert said.returncode == 0, said.stderr
    assert "Account portal" in said.stdout
    assert "systemd: units" in said.stdout


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], "Name the host with --host"),
        (["--host", "https://health.example.org/"], "Name the host with --host"),
        (["--host"], "The option --host needs a value."),
        (["--host", "health.example.org", "--hots", "x"], "There is no option --hots."),
        (["--host", "health.example.org", "--http", "eighty"], "Ports are numbers."),
        (["--host", "health.example.org", "--certificate", "/tmp/chain.pem"], "belong together"),
    ],
)
def test_what_can_not_be_meant_is_refused_with_a_sentence(options, sentence):
    refused = install(*options)
    assert refused.returncode == 1
    assert sentence in refused.stderr
    assert "Folders" not in refused.stdout


def test_the_guide_tells_of_every_option_and_of_no_other():
    offered = set(re.findall(r"^  (--[a-z-]+)", SCRIPT.read_text(), re.MULTILINE))
    told = set(re.findall(r"`(--[a-z-]+)", GUIDE.read_text()))
    assert offered == told


def test_no_step_puts_a_secret_into_a_list_of_processes():
    text = (PROJECT_DIR / "deploy" / "steps.sh").read_text()
    assert not re.search(r"act [^\n]*\$(password|database)\b", text)
    assert not re.search(r"(psql|createuser)[^\n]*\$password", text)
