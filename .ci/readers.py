"""Readers of a portal over TLS, for ``install.py``: they trust its own certificate and no other."""

import contextlib
import http.client
import socket
import ssl
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

PATIENCE = 20  # seconds
READERS = 2
# What they ask for, in turn: kept and made anew, from disk, and forms, which nobody may send a second time for them.
ROUND = (
    ("GET", "/"),
    ("GET", "/search/?q=pain"),
    ("GET", "/admin/login/"),
    ("POST", "/report-error/"),
    ("GET", "/robots.txt"),
    ("POST", "/admin/login/"),
)


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    text: str


@dataclass(frozen=True)
class Portal:
    """A portal behind nginx on this machine."""

    host: str
    http_port: int
    https_port: int
    machine: Path

    def get(self, path: str, *, tls: bool = True) -> Answer:
        """One request over a connection of its own."""
        return self.ask("GET", path, tls=tls)

    def ask(self, method: str, path: str, *, tls: bool = True) -> Answer:
        """One request. Raises ``OSError`` or ``HTTPException`` where no whole answer comes."""
        plain = socket.create_connection(("127.0.0.1", self.https_port if tls else self.http_port), PATIENCE)
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        connection.sock = self._trusting().wrap_socket(plain, server_hostname=self.host) if tls else plain
        with contextlib.closing(connection):
            headers = {"Host": self.host, "Connection": "close"}
            body = "a=b" if method == "POST" else None
            if body:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, body=body, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read().decode(errors="replace"))

    def is_open(self) -> bool:
        """Whether anybody listens."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.https_port)) == 0

    def _trusting(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.machine / "etc/portal/tls/certificate.pem")


@dataclass
class Readers:
    """Readers who ask one thing after the other until the block ends, and note what went wrong."""

    portal: Portal
    answered: int = 0
    failures: list[str] = field(default_factory=list)

    def __enter__(self) -> "Readers":
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._read, args=(number,)) for number in range(READERS)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _read(self, turn: int) -> None:
        while not self._over.is_set():
            method, path = ROUND[turn % len(ROUND)]
            turn += 1
            try:
                status = self.portal.ask(method, path).status
                if status >= 500:
                    self.failures.append(f"{method} {path} answered {status}")
            except (OSError, http.client.HTTPException) as error:
                self.failures.append(f"{method} {path}: {type(error).__name__} {error}")
            self.answered += 1
            time.sleep(0.05)


def expect(holds: bool, sentence: str) -> None:
    """Ends the program with the sentence unless it holds."""
    if not holds:
        sys.exit(sentence)
