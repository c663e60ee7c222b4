"""Backups in containers: PostgreSQL's programs in the portal's image, and a service that makes one every night."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.deploy.test_containers import DEPLOY, SERVICES, instructions
from tests.tools_needed import postgresql_bin

pytestmark = pytest.mark.any_database


def test_the_programs_for_backups_are_of_the_servers_version_and_of_the_same_debian():
    versions = dict(line.split("=") for line in instructions("ARG"))
    assert SERVICES["database"]["image"] == f"docker.io/library/postgres:{versions['POSTGRES']}"
    assert versions["POSTGRES"].rpartition("-")[2] == versions["PYTHON"].rpartition("-")[2]
    [to] = [line.split()[-1] for line in instructions("COPY") if line.startswith("--from=database")]
    assert f"{to}/bin" in "".join(line for line in instructions("ENV")).partition(" ")[0]


@pytest.fixture(scope="module")
def programs(tmp_path_factory):
    """What the image gets of PostgreSQL, made of this machine's."""
    folder = tmp_path_factory.mktemp("programs")
    subprocess.run(["sh", DEPLOY / "container" / "database_programs.sh", postgresql_bin(), folder], check=True)
    return folder


@pytest.mark.parametrize("name", ["pg_dump", "pg_restore", "psql"])
def test_the_programs_for_backups_bring_their_libraries(programs, name, tmp_path):
    said = subprocess.run([programs / "bin" / name, "--version"], text=True, capture_output=True, env={})
    assert said.stdout.startswith(f"{name} (PostgreSQL) ")
    (tmp_path / name).symlink_to(programs / "bin" / name)
    assert subprocess.run([tmp_path / name, "--version"], capture_output=True).returncode == 0
    loaded = subprocess.run(
        ["ldd", programs / "programs" / name],
        text=True,
        capture_output=True,
        env={"LD_LIBRARY_PATH": str(programs / "libraries"), "PATH": os.environ["PATH"]},
    ).stdout
    elsewhere = re.findall(r"=> (?!/\S*/libraries/)(\S+)", loaded)
    assert "libpq.so.5" in loaded
    assert {Path(library).name.partition(".")[0] for library in elsewhere} <= {"libc", "libm", "libresolv"}


NIGHTLY = DEPLOY / "container" / "nightly_backup.sh"


@pytest.fixture
def nights(tmp_path):
    """``nights(fails)``: what the script does, and how long it waits, until it waits for the third time."""
    folder, tools, told = tmp_path / "backups", tmp_path / "tools", tmp_path / "told"
    folder.mkdir()
    tools.mkdir()
    (tools / "sleep").write_text(
        f'#!/bin/sh\necho "$1" >>{told}\n[ "$(grep -c "^[0-9]" {told})" -lt 3 ] || kill $PPID\n'
    )

    def run(*, fails=0):
        (tools / "python").write_text(
            f'#!/bin/sh\necho "$*" >>{told}\n[ "$(grep -c backup {told})" -gt {fails} ] || exit 1\n'
        )
        for tool in tools.iterdir():
            tool.chmod(0o755)
        path = f"{tools}:{os.environ['PATH']}"
        subprocess.run(["sh", NIGHTLY, folder], env={"PATH": path}, timeout=60, capture_output=True)
        return told.read_text().splitlines()

    run.folder = folder
    return run


def test_a_backup_is_made_at_once_and_then_every_night(nights):
    backup = f"manage.py backup {nights.folder} --keep 14"
    first, wait, second, again, third, _last = nights()
    assert (first, second, third) == (backup, backup, backup)
    assert 0 < int(wait) <= 86400
    assert 0 < int(again) <= 86400


def test_where_a_backup_of_the_last_day_is_there_the_night_is_waited_for(nights):
    (nights.folder / "portal-20261126-021500Z.tar").touch()
    assert nights()[0].isdigit()


def test_a_backup_that_failed_is_tried_again_after_an_hour(nights):
    _failed, wait, second, _night, *_rest = nights(fails=1)
    assert wait == "3600"
    assert "backup" in second


def test_backups_have_a_volume_that_no_other_service_sees_and_the_image_lets_the_account_write_there():
    has_it = [name for name, each in SERVICES.items() if "backups:/backups" in each.get("volumes", [])]
    assert has_it == ["backup"]
    assert SERVICES["backup"]["command"] == [NIGHTLY.name, "/backups"]
    assert os.access(NIGHTLY, os.X_OK)
    assert re.search(r"install --directory --owner=portal [^&]*/backups", " ".join(instructions("RUN")))
    assert '"/backups"' in instructions("VOLUME")[0]
    assert {"data:/data", "media:/data/media", "journal:/journal"} <= set(SERVICES["backup"]["volumes"])
