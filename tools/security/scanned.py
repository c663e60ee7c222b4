"""The demonstration, served as in production: over TLS with a certificate that is made for the occasion, with all
headers, from a database of its own that is thrown away. Bound to this machine's loopback.
"""

import contextlib
import os
import secrets
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.security.certificate import write_certificate

HOST = "127.0.0.1"  # a name such as portal.localhost is not known to every resolver
PATIENCE = 90  # seconds until it answers


class ScanError(Exception):
    """There is no portal to scan. The words say why."""


@dataclass(frozen=True)
class Scanned:
    """A portal under scan. ``authority``: file of the certificate that vouches for it."""

    port: int
    authority: Path
    folder: Path

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"https://{HOST}:{self.port}"


@contextlib.contextmanager
def scanned_portal() -> Iterator[Scanned]:
    """Prepares everything in a folder that is removed afterwards, and serves. Raises ``ScanError``."""
    with tempfile.TemporaryDirectory(prefix="portal-scan-") as name:
        folder = Path(name)
        certificate, key, authority = write_certificate(folder, HOST)
        port = _free_port()
        variables = _variables(folder, port)
        for command in (["migrate"], ["load_demo", "--port", str(port)], ["collectstatic", "--no-input"]):
            _manage(command, variables)
        granian = Path(sys.executable).with_name("granian")
        log = folder / "server.log"
        with log.open("w") as output:
            server = subprocess.Popen(
                [
                    *(str(granian), "portal.wsgi:application", "--interface", "wsgi", "--host", "127.0.0.1"),
                    *("--port", str(port), "--blocking-threads", "4", "--log-level", "warning"),
                    *("--ssl-certificate", str(certificate), "--ssl-keyfile", str(key)),
                ],
                env=variables,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            portal = Scanned(port, authority, folder)
            _wait(portal, server, log)
            yield portal
        finally:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(timeout=30)
            server.kill()


def _variables(folder: Path, port: int) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL", "DEMO")},
        "DEMO": "true",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "CONSENT_KEYS": secrets.token_urlsafe(32),
        "ALLOWED_HOSTS": HOST,
        "DATA_DIR": str(folder / "var"),
        "DJANGO_SETTINGS_MODULE": "tools.security.scan_settings",
        "SECURITY_CONTACT": "mailto:security@example.org",
        "PORT": str(port),
    }


def _manage(command: list[str], variables: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *command, "--verbosity", "0"], env=variables, capture_output=True, text=True
    )
    if done.returncode:
        raise ScanError(f"manage.py {command[0]} failed: {done.stderr.strip().splitlines()[-1:]}")


def _wait(portal: Scanned, server: subprocess.Popen, log: Path) -> None:
    context = ssl.create_default_context(cafile=str(portal.authority))
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            urllib.request.urlopen(f"{portal.url}/healthz", timeout=5, context=context)
            return
        time.sleep(0.2)
    raise ScanError(f"The portal did not answer: {log.read_text()[-500:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
