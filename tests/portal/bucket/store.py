"""A store that speaks as much of S3 as the portal needs, for tests: PUT, HEAD, GET and DELETE of whole files.

Like a bucket with the policy of docs/operations/scaling.md it lets everybody read ``public/``, and nothing else without
a signature.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

BUCKET = "pictures"


@dataclass
class Store:
    """What it holds: path in the bucket -> the file, and the headers with which it came."""

    files: dict[str, bytes] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    last_asked: dict[str, str] = field(default_factory=dict)  # headers of the last request
    is_away: bool = False
    says: dict[str, str] = field(default_factory=dict)  # headers of every answer
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def running_store() -> Iterator[Store]:
    """The store, on a free port of this machine."""
    store = Store()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("OurHandler", (Handler,), {"store": store}))
    store.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield store
    finally:
        server.shutdown()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    store: Store
    protocol_version = "HTTP/1.1"

    def do_PUT(self):  # noqa: N802 - so named by http.server
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if name := self._name():
            self.store.files[name] = body
            self.store.headers[name] = {key.lower(): value for key, value in self.headers.items()}
            self._answer(200)

    def do_GET(self):  # noqa: N802
        if name := self._name():
            body = self.store.files.get(name)
            self._answer(404 if body is None else 200, body or b"")

    do_HEAD = do_GET  # noqa: N815

    def do_DELETE(self):  # noqa: N802
        if name := self._name():
            self.store.files.pop(name, None)
            self._answer(204)

    def _name(self) -> str:
        """The path in the bucket. Empty, and answered, if that may not be."""
        self.store.last_asked = dict(self.headers.items())
        bucket, _slash, name = urlsplit(self.path).path.lstrip("/").partition("/")
        is_signed = "AWS4-HMAC-SHA256" in self.headers.get("Authorization", "") or "X-Amz-Signature=" in self.path
        is_public = self.command in {"GET", "HEAD"} and name.startswith("public/")
        if self.store.is_away or bucket != BUCKET or not (is_signed or is_public):
            self._answer(503 if self.store.is_away else 403)
            return ""
        return name

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        for name, value in self.store.says.items():
            self.send_header(name, value)
        self.send_header("ETag", '"of-no-matter"')
        self.send_header("Last-Modified", "Thu, 01 Jan 2026 12:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_arguments):
        pass
