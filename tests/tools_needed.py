"""Programs that some tests need. Where one is missing, the test says loudly that it did not run; in CI it fails."""

import os
import shutil
from pathlib import Path

import pytest

from portal.environment import PROJECT_DIR

DID_NOT_RUN = "DID NOT RUN: "


def chromium(*, on_screen: bool = False) -> str:
    """Path of Debian's Chromium: of the one that has no screen, where it is installed. It takes half the time."""
    found = (not on_screen and shutil.which("chromium-headless-shell")) or shutil.which("chromium")
    return found or _missing("chromium is not installed (apt install chromium-headless-shell, or chromium)")


def html_checker() -> list[str]:
    """The command that starts the Nu HTML checker, which ``make test`` puts into .cache/."""
    java = shutil.which("java")
    jars = sorted(Path(PROJECT_DIR).glob(".cache/vnu/*/node_modules/vnu-jar/build/dist/vnu.jar"))
    if java and jars:
        return [java, "-Xss1m", "-jar", str(jars[-1])]
    return _missing("the HTML checker is not there (apt install default-jre-headless npm, then make test)")


def postgresql_bin() -> Path:
    """The folder of initdb and pg_ctl, where Debian puts it."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else _missing("PostgreSQL is not installed (apt install postgresql)")


def systemd_analyze() -> str:
    """systemd's own checker of units."""
    return shutil.which("systemd-analyze") or _missing("systemd-analyze is not there (apt install systemd)")


def shellcheck() -> str:
    """The linter of shell scripts."""
    return shutil.which("shellcheck") or _missing("shellcheck is not installed (apt install shellcheck)")


def nginx() -> str:
    """Path of nginx."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    return found or _missing("nginx is not installed (apt install nginx-light)")


def redis_server() -> str:
    """Path of a server that speaks Redis' protocol."""
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    return found or _missing("redis-server is not installed (apt install redis-server)")


def _missing(reason):
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"In CI every test runs, but {reason}.", pytrace=False)
    pytest.skip(DID_NOT_RUN + reason)
