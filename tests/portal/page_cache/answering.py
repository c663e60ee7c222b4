"""An application without a database behind kept pages, in a real server: what it answers is what a test tells it to."""

import contextlib
import threading
import time
from collections import Counter
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from portal.page_cache.following import Following
from portal.page_cache.marking import NAME
from portal.page_cache.serving import PageCache

SESSION = "sessionid"


class Noted(Following):
    """One process that reads what a test notes."""

    def __init__(self, notes):
        super().__init__()
        self._notes, self._read_up_to = notes, 0

    def _look(self):
        self._began_at = time.monotonic()
        for tag in self._notes[self._read_up_to :]:
            self._note(tag)
        self._read_up_to, self._looked_at = len(self._notes), time.monotonic()
        return self._arrived

    def begin(self):
        """A test looks by itself."""


class Portal:
    """``pages``: status, headers and text by path. Those with 200 may be kept. ``other``: a process before this one,
    which answers the same and hears of the same changes.
    """

    def __init__(self, folder, *, other=None, sharing=None):
        self.pages, self.notes = (other.pages, other.notes) if other else ({}, [])
        self.made, self.asked, self.takes = Counter(), [], 0.0
        self.cache = PageCache(
            self.application,
            most=10_000_000,
            session_cookie=SESSION,
            maintenance=folder / "maintenance",
            sharing=sharing,
        )
        self.cache.following = Noted(self.notes)

    def has(self, path, text, *, status="200 OK", headers=()):
        """From now on, this is what stands there."""
        self.pages[path] = status, list(headers), text
        self.notes.append("*")

    def application(self, environ, start_response):
        """As Django would."""
        path = environ["PATH_INFO"]
        self.made[path] += 1
        time.sleep(self.takes)
        status, headers, text = self.pages.get(path, ("404 Not Found", [], "Nothing here."))
        if status.startswith("200"):
            environ[NAME].may_be_kept = True
        if SESSION in environ.get("HTTP_COOKIE", ""):
            text = f"For staff: {text}"
        start_response(status, [("Content-Type", "text/html; charset=utf-8"), *headers])
        return [(text + " " * 300).encode()]

    def get(self, path, **environ):
        """Status, headers and text of an answer, without a server."""
        told = {}

        def start_response(status, headers, exc_info=None):
            told.update(status=int(status[:3]), headers={name.lower(): value for name, value in headers})

        path, _mark, query = path.partition("?")
        asked = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "testserver"}
        body = b"".join(self(asked | environ, start_response))
        return told["status"], told["headers"], body.decode(errors="replace").strip()

    def __call__(self, environ, start_response):
        self.asked.append({**environ})
        environ.setdefault(NAME, None)
        if SESSION in environ.get("HTTP_COOKIE", ""):
            environ[NAME] = type("Mark", (), {})()
        return self.cache(environ, start_response)


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 128


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_words):
        """Says nothing."""


@contextlib.contextmanager
def served(application, port):
    """``application`` on ``port`` of this machine."""
    with _Server(("127.0.0.1", port), _Quiet) as server:
        server.set_app(application)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
