"""Our nginx before a server of the test's own: the configuration that ships, on loopback, as whoever runs the tests."""

import contextlib
import getpass
import http.client
import os
import re
import socket
import ssl
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from portal.environment import PROJECT_DIR
from tests import tools_needed

CONFIGURATION = PROJECT_DIR / "deploy" / "nginx" / "portal.conf"
HOST = "health.example.org"
PATIENCE = 15  # seconds


@dataclass
class Answer:
    """What nginx answered."""

    status: int
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    every_header: list = field(default_factory=list)  # those that came twice, too


@dataclass
class Nginx:
    """A running one."""

    folder: Path
    plain_port: int
    tls_port: int
    host: str = HOST

    def get(self, path="/", *, method="GET", plain=False, body=None, **headers):
        """What it answers."""
        headers = {"Host": self.host} | {name.replace("_", "-"): value for name, value in headers.items()}
        if plain:
            connection = http.client.HTTPConnection("127.0.0.1", self.plain_port, timeout=PATIENCE)
        else:
            trusting = ssl.create_default_context(cafile=self.folder / "certificate.pem")
            connection = _Named("127.0.0.1", self.tls_port, timeout=PATIENCE, context=trusting)
            connection.name = self.host
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers)
            answer = connection.getresponse()
            every = [(name.lower(), value) for name, value in answer.getheaders()]
            return Answer(answer.status, dict(every), answer.read(), every)

    @property
    def log(self):
        """Its log of requests."""
        return (self.folder / "portal.log").read_text()


class _Named(http.client.HTTPSConnection):
    """Asks an address for a name."""

    def connect(self):
        connection = socket.create_connection((self.host, self.port), self.timeout)
        self.sock = self._context.wrap_socket(connection, server_hostname=self.name)


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def write_configuration(folder, *, upstream, static, media, plain_port, tls_port, host):
    """The file that ships, filled in, in a configuration that needs no rights. Returns the latter."""
    _make_certificate(folder, host)
    values = {
        "SERVER_NAME": host,
        "UPSTREAM": f"127.0.0.1:{upstream}",
        "STATIC": static,
        "MEDIA": media,
        "CACHE": folder / "cache",
        "CERTIFICATE": folder / "certificate.pem",
        "CERTIFICATE_KEY": folder / "key.pem",
        "HSTS_SECONDS": 86400,
    }
    site = CONFIGURATION.read_text()
    for name, value in values.items():
        site = site.replace(f"@{name}@", str(value))
    assert not re.findall(r"^[^#]*@[A-Z_]+@", site, re.MULTILINE)
    for port, mine in (("80", plain_port), ("443", tls_port)):
        site = re.sub(rf"listen {port}\b", f"listen 127.0.0.1:{mine}", site)
    site = site.replace("/var/log/nginx/portal-error.log crit", f"{folder}/error.log info")
    site = site.replace("/var/log/nginx", str(folder))
    (folder / "site.conf").write_text(site)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = f"user {getpass.getuser()};\n" if os.geteuid() == 0 else ""
    whole = folder / "nginx.conf"
    whole.write_text(
        f"{user}pid {folder}/pid;\nworker_processes 1;\nevents {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\n"
        f"access_log off;\nsendfile on;\n{temporary}include {folder}/site.conf;\n}}\n"
    )
    return whole


@contextlib.contextmanager
def running_nginx(folder, *, upstream, static=None, media=None, host=HOST):
    """Begins one, and ends it afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    nginx = Nginx(folder, free_port(), free_port(), host)
    whole = write_configuration(
        folder,
        upstream=upstream,
        static=static or folder,
        media=media or folder,
        host=host,
        plain_port=nginx.plain_port,
        tls_port=nginx.tls_port,
    )
    command = [
        tools_needed.nginx(),
        "-p",
        str(folder),
        "-e",
        str(folder / "error.log"),
        "-c",
        str(whole),
        "-g",
        "daemon off;",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait_for(nginx, process)
            yield nginx
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _make_certificate(folder, host):
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "key.pem"]
    names = ["-out", "certificate.pem", "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"]
    command = ["openssl", "req", "-x509", "-days", "3", *key, *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _wait_for(nginx, process):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, f"nginx ended: {process.stderr.read()}"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", nginx.tls_port), 1):
            return
        time.sleep(0.02)
    raise AssertionError("nginx did not begin.")
