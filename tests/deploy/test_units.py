"""The units of systemd: well-formed, locked in, and in agreement with the container."""

import os
import re
import shutil
import subprocess

import pytest

from portal.environment import PROJECT_DIR
from tests.tools_needed import systemd_analyze

UNITS = PROJECT_DIR / "deploy" / "systemd"
SERVICES = ["portal-web@.service", "portal-worker.service", "portal-backup.service"]
MOST_EXPOSED = 20  # of 100, as `systemd-analyze security` counts; a service without any of it has 96


@pytest.fixture
def unit_folder(tmp_path):
    """The units as systemd would find them, with programs and an account that this machine has."""
    for file in UNITS.iterdir():
        text = file.read_text().replace("/opt/portal/current/.venv/bin/python", shutil.which("python3"))
        text = text.replace("User=portal", "User=daemon").replace("Group=portal", "Group=daemon")
        text = re.sub(r"^Documentation=.*\n", "", text, flags=re.MULTILINE)
        (tmp_path / file.name.replace("@.", "@8001.")).write_text(text)
    return tmp_path


def analyze(*arguments, folder):
    return subprocess.run(
        [systemd_analyze(), *arguments],
        cwd=folder,
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{folder}:"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
    )


@pytest.mark.parametrize("name", [file.name for file in UNITS.iterdir()])
def test_every_unit_is_well_formed(unit_folder, name):
    name = name.replace("@.", "@8001.")
    checked = analyze("verify", "--man=no", f"./{name}", folder=unit_folder)
    complaints = [line for line in checked.stdout.splitlines() if name in line]
    assert complaints == []


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_locked_in(unit_folder, name):
    name = name.replace("@.", "@8001.")
    judged = analyze("security", "--offline=true", f"--threshold={MOST_EXPOSED}", f"./{name}", folder=unit_folder)
    assert judged.returncode == 0, judged.stdout


def test_a_service_without_locks_would_be_noticed(unit_folder):
    (unit_folder / "loose.service").write_text("[Service]\nExecStart=/bin/true\n")
    judged = analyze("security", "--offline=true", f"--threshold={MOST_EXPOSED}", "./loose.service", folder=unit_folder)
    assert judged.returncode != 0


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_written_to_is_named_and_all_else_is_read_only(name):
    text = (UNITS / name).read_text()
    assert "ProtectSystem=strict" in text
    [writable] = re.findall(r"^ReadWritePaths=(.+)$", text, re.MULTILINE)
    assert {"/var/lib/portal", "/var/lib/portal-journal"} <= set(writable.split())
    assert set(writable.split()) <= {"/var/lib/portal", "/var/lib/portal-journal", "/var/backups/portal"}


@pytest.mark.parametrize("name", SERVICES[:2])
def test_what_must_run_is_begun_anew_and_finishes_what_it_has_in_hand(name):
    text = (UNITS / name).read_text()
    assert "Restart=always" in text
    assert "KillMode=mixed" in text  # the server waits for ever when its processes hear the signal too
    assert int(re.search(r"^TimeoutStopSec=(\d+)$", text, re.MULTILINE)[1]) > 30
