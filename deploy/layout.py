"""Where an installation keeps what: one file, ``release.toml``, that ``install.sh`` writes and ``release.py`` reads.

PREFIX/releases/ID        the code of one release, owned by root, never changed afterwards
PREFIX/environments/NAME  its packages; releases with the same lock file share them
PREFIX/current            the release that is served, and that starts after a reboot
PREFIX/previous           the one before: where a rollback goes
"""

import hashlib
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ACTIVE_PORT = re.compile(r"(?<=server 127\.0\.0\.1:)\d+(?=;)")
HSTS = re.compile(r'(?<=map ")\d+(?=" \$portal_hsts\b)')  # what nginx says with the files that it serves itself
HSTS_SECONDS = re.compile(r"^HSTS_SECONDS=['\"]?(\d+)", re.MULTILINE)
NOT_COPIED = (
    *(".git", ".venv", ".cache", ".env", "var", "node_modules", "__pycache__", "test-results"),
    *(".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"),
)


class RefusedError(Exception):
    """The release can't go on. Its words say what to do."""


@dataclass(frozen=True)
class Layout:
    """An installation, as its ``release.toml`` tells it."""

    prefix: Path
    environment: Path  # file of variables, linked into each release as .env
    upstream: Path  # the file of nginx that says which port serves
    host: str
    ports: tuple[int, int]  # of the release that serves, and of the next one
    supervisor: str = "systemd"  # or "plain": processes without systemd, for containers, tests and small machines
    account: str = ""  # that the portal runs as; empty: whoever runs this
    nginx: tuple[str, ...] = ("nginx",)  # how nginx is called
    lock: str = "requirements.txt"
    keep: int = 3  # releases
    drain: int = 10  # seconds that requests which began on the old release have at least

    @property
    def releases(self) -> Path:
        return self.prefix / "releases"

    @property
    def current(self) -> Path:
        return self.prefix / "current"

    @property
    def previous(self) -> Path:
        return self.prefix / "previous"

    @property
    def run(self) -> Path:
        """Numbers of processes and logs, without systemd."""
        return self.prefix / "run"

    def serving_port(self) -> int:
        """The port to which nginx sends requests."""
        found = ACTIVE_PORT.search(self.upstream.read_text())
        if not found:
            raise RefusedError(f"{self.upstream} has no line such as “server 127.0.0.1:8001;”.")
        return int(found[0])

    def serve_from(self, port: int) -> None:
        """Has nginx send requests to ``port`` from its next reload on, and say of HTTPS what the settings say."""
        new = self.upstream.with_suffix(".new")
        text = ACTIVE_PORT.sub(str(port), self.upstream.read_text())
        if told := HSTS_SECONDS.findall(self.environment.read_text()):
            text = HSTS.sub(told[-1], text)
        new.write_text(text)
        new.replace(self.upstream)

    def environment_of(self, release: Path) -> Path:
        """The folder of the packages that ``release`` needs: by its lock file and the version of Python."""
        version = ".".join(map(str, sys.version_info[:3]))
        digest = hashlib.sha256((release / self.lock).read_bytes() + version.encode()).hexdigest()
        return self.prefix / "environments" / digest[:16]


def read_layout(file: Path) -> Layout:
    """The installation that ``file`` describes. Raises ``RefusedError`` with a sentence."""
    try:
        told = tomllib.loads(file.read_text())
        told |= {name: Path(told[name]) for name in ("prefix", "environment", "upstream")}
        first, second = told["ports"]
        told |= {"ports": (first, second), "nginx": tuple(told.get("nginx", ["nginx"]))}
        return Layout(**told)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise RefusedError(f"{file} does not describe an installation: {error}. install.sh writes it.") from None


def point(link: Path, target: Path) -> None:
    """Makes ``link`` lead to ``target``, in one step."""
    new = link.with_name(f"{link.name}.new")
    new.unlink(missing_ok=True)
    new.symlink_to(target)
    new.replace(link)
