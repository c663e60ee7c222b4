"""A PostgreSQL cluster of a run's own, set up as it comes: what is written is on the disk before it is acknowledged."""

import os
import pwd
import shutil
from pathlib import Path

from benchmarks.house import HOST, House, free_port

OPTIONS = ("shared_buffers=256MB", "max_connections=200", "listen_addresses=127.0.0.1", "max_wal_size=4GB")


def binaries() -> Path | None:
    """The folder of ``initdb`` and ``postgres``; None if PostgreSQL is not installed."""
    beside_path = [Path(part) for part in os.environ.get("PATH", "").split(os.pathsep) if part]
    for folder in [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), *beside_path]:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


class Cluster:
    """A running cluster."""

    def __init__(self, house: House, programs: Path):
        self._house, self._programs = house, programs
        self._port = free_port()
        self._as_user = _as_user()
        folder = house.room("postgresql")
        if self._as_user:
            shutil.chown(folder, self._as_user[2])
        data = str(folder / "data")
        if not (folder / "data").exists():
            self._run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        options = [part for option in OPTIONS for part in ("-c", option)]
        command = [str(programs / "postgres"), "-D", data, "-p", str(self._port), "-k", "", *options]
        process = house.start("postgresql", [*self._as_user, *command])
        house.wait_for("postgresql", process, self._port)

    def database(self, name: str, *, template: str = "template1") -> str:
        """The address of a new database, a copy of another one."""
        self._run("createdb", "-h", HOST, "-p", str(self._port), "-U", "postgres", "-T", template, name)
        return self.address(name)

    def address(self, name: str) -> str:
        """The address of a database that is there."""
        return f"postgresql://postgres@{HOST}:{self._port}/{name}"

    @property
    def version(self) -> str:
        """What it calls itself."""
        return self._run("postgres", "--version").strip()

    def _run(self, program: str, *arguments: str) -> str:
        return self._house.run([*self._as_user, str(self._programs / program), *arguments])


def _as_user() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    known = {entry.pw_name for entry in pwd.getpwall()}
    return ["runuser", "-u", "postgres" if "postgres" in known else "nobody", "--"]
