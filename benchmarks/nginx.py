"""nginx with the configuration that ships (``deploy/nginx/portal.conf``), and beside it a server that gives a file.

Addresses, folders and log files are put in; nothing else of it changes. Once over TLS, as it is shipped, and once
without, which leaves nothing but nginx's own work to compare.
"""

import re
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from benchmarks.house import HOST, PROJECT_DIR, House, free_port

SHIPPED = PROJECT_DIR / "deploy" / "nginx" / "portal.conf"


def missing() -> str:
    """What keeps nginx from being measured, in words; empty if nothing does."""
    if not shutil.which("nginx"):
        return "nginx is not installed: apt-get install nginx-light"
    return "" if SHIPPED.exists() else f"There is no {SHIPPED.relative_to(PROJECT_DIR)} here."


class Nginx:
    """A running nginx. ``kept`` and ``file`` give the address of a path through the portal and of a file, by scheme."""

    def __init__(self, house: House, upstream: str, static: Path, files: Mapping[str, tuple[str, bytes]]):
        self._house, self._folder = house, house.room("nginx")
        self._ports = {(side, scheme): free_port() for side in ("kept", "file") for scheme in ("http", "https")}
        self._write_files(files)
        self._certificate()
        configuration = self._folder / "nginx.conf"
        configuration.write_text(self._configuration(upstream, static))
        process = house.start("nginx", ["nginx", "-c", str(configuration), "-p", str(self._folder)])
        for port in self._ports.values():
            house.wait_for("nginx", process, port)

    def address(self, side: str, scheme: str, path: str) -> str:
        """Where a path stands: ``side`` is ``kept`` or ``file``."""
        return f"{scheme}://{HOST}:{self._ports[side, scheme]}{path}"

    def _write_files(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        folder = self._folder / "files"
        folder.mkdir(exist_ok=True)
        for name, (_coding, body) in files.items():
            (folder / name).write_bytes(body)
        self._codings = {name: coding for name, (coding, _body) in files.items()}

    def _configuration(self, upstream: str, static: Path) -> str:
        shipped = self._shipped(upstream, static)
        return (
            f"daemon off; worker_processes 1; pid {self._folder}/nginx.pid; error_log stderr warn;\n"
            "events { worker_connections 512; }\n"
            "http {\n"
            "include /etc/nginx/mime.types; default_type application/octet-stream;\n"
            + "".join(f"{name}_temp_path {self._folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi"))
            + f"uwsgi_temp_path {self._folder}/uwsgi; scgi_temp_path {self._folder}/scgi;\n"
            f"{shipped}\n{self._plain_servers()}\n}}\n"
        )

    def _shipped(self, upstream: str, static: Path) -> str:
        text = SHIPPED.read_text()
        fillings = {
            "@SERVER_NAME@": HOST,
            "@UPSTREAM@": upstream.removeprefix("http://"),
            "@STATIC@": str(static),
            "@MEDIA@": str(static.parent / "media"),
            "@CACHE@": str(self._folder / "cache"),
            "@CERTIFICATE@": str(self._folder / "certificate.pem"),
            "@CERTIFICATE_KEY@": str(self._folder / "key.pem"),
            "@HSTS_SECONDS@": "86400",
            "/var/log/nginx/": f"{self._folder}/",
        }
        for gap, filling in fillings.items():
            text = text.replace(gap, filling)
        head, *servers = _servers(text)
        tls = next(server for server in servers if "ssl_certificate " in server and "default_server" not in server)
        listening = r"listen (?:\[::\]:)?443[^;]*;"
        here = re.sub(listening, f"listen {HOST}:{self._ports['kept', 'https']} ssl http2;", tls, count=1)
        here = re.sub(listening, "", here)
        plain = re.sub(r"\n\s*ssl_[^;]*;", "", here)
        plain = re.sub(r"listen [^;]*;", f"listen {HOST}:{self._ports['kept', 'http']};", plain, count=1)
        return f"{head}\n{here}\n{plain}"

    def _plain_servers(self) -> str:
        """Servers that give files, with the shipped settings for connections and TLS."""
        places = "".join(
            f"location = /{name} {{ types {{}} default_type text/html; "
            + (f"add_header Content-Encoding {coding}; " if coding else "")
            + "}\n"
            for name, coding in self._codings.items()
        )
        common = f"root {self._folder}/files; access_log off; sendfile on; tcp_nopush off; gzip off;\n{places}"
        tls = (
            f"ssl_certificate {self._folder}/certificate.pem; ssl_certificate_key {self._folder}/key.pem;"
            " ssl_protocols TLSv1.2 TLSv1.3;"
        )
        return (
            f"server {{ listen {HOST}:{self._ports['file', 'http']}; {common} }}\n"
            f"server {{ listen {HOST}:{self._ports['file', 'https']} ssl http2; {tls} {common} }}\n"
        )

    def _certificate(self) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=7))
            .sign(key, hashes.SHA256())
        )
        pem = serialization.Encoding.PEM
        form, unlocked = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        (self._folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
        (self._folder / "key.pem").write_bytes(key.private_bytes(pem, form, unlocked))


def _servers(text: str) -> list[str]:
    """What stands before the first ``server`` block, then each of these blocks."""
    pieces, rest = [], text
    while found := re.search(r"(?m)^server \{", rest):
        end = re.search(r"(?m)^\}", rest[found.start() :])
        if end is None:
            break
        stop = found.start() + end.end()
        pieces.append((rest[: found.start()], rest[found.start() : stop]))
        rest = rest[stop:]
    head = "".join(before for before, _server in pieces) + rest
    return [head, *(server for _before, server in pieces)]
