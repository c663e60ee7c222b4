"""Stands before Django (PEP 3333): answers from kept pages, and keeps what a view marked (``marking``).

Staff are never answered from here, nor is anybody who has a session. One request makes a page, others wait for it.
"""

import threading
from collections.abc import Callable, Iterable
from email.utils import formatdate
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from portal.page_cache.entry import Entry, make_entry
from portal.page_cache.following import Following
from portal.page_cache.marking import NAME, Mark
from portal.page_cache.store import Store

LIFETIME = 300  # seconds, for what time alone changes on a page: a review falls due, a conversation closes
STALE_IF_ERROR = 86_400  # seconds (RFC 5861, section 4): for caches in front, while the portal is away
PASSED_ON = ("/admin/", "/static/", "/media/", "/mailbox/")
NOISE = frozenset({"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga", "ref"})
LONGEST_WAIT = 20  # seconds for somebody else to make the page

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Key = tuple[str, str, str, str]


class PageCache:
    """The application, behind its kept pages. ``most``: bytes that they may take in this process."""

    def __init__(self, application: Callable, *, most: int, session_cookie: str, maintenance: Path) -> None:
        self.application = application
        self.store: Store[Entry] = Store(most)
        self.following = Following()
        self.reads: dict[tuple[str, str, str], frozenset[str]] = {}
        self._session = f"{session_cookie}="
        self._maintenance = maintenance
        self._making = [threading.Lock() for _number in range(64)]

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not self._may_be_kept(environ):
            if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
                self.following.hurry()
            return self.application(environ, start_response)
        self.following.begin()
        key = self._key(environ)
        if entry := self._current(key):
            return answer(entry, environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)
        making = self._making[hash(key) % len(self._making)]
        is_first = making.acquire(timeout=LONGEST_WAIT)
        try:
            if entry := self._current(key):
                return answer(entry, environ, start_response)
            return self._make(key, environ, start_response)
        finally:
            if is_first:
                making.release()

    def _may_be_kept(self, environ: Environ) -> bool:
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and not environ.get("PATH_INFO", "").startswith(PASSED_ON)
            and self._session not in environ.get("HTTP_COOKIE", "")
            and "HTTP_AUTHORIZATION" not in environ
            and not self._maintenance.exists()
        )

    def _key(self, environ: Environ) -> Key:
        place = _place(environ)
        read = self.reads.get(place)
        pairs = parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if (name in read if read is not None else not _is_noise(name))]
        return (*place, urlencode(sorted(kept)))

    def _current(self, key: Key) -> Entry | None:
        entry = self.store.get(key)
        if entry is None:
            return None
        self.following.catch_up()
        if not self.following.is_current(entry.tags, entry.known):
            self.store.drop(key)
            return None
        return entry if entry.age() < LIFETIME else None

    def _make(self, key: Key, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        try:
            known = self.following.look()
        except Exception:  # noqa: BLE001 - the database is away: Django says so, in its own words
            known = None
        mark, caught = Mark(), list[Any]()
        environ = {**environ, NAME: mark}
        if key[:3] in self.reads:  # what the page does not read never reaches it, so it stands nowhere in the page
            environ["QUERY_STRING"] = key[3]

        def catch(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            caught[:] = [status, headers, exc_info]

        body = self.application(environ, catch)
        try:
            content = b"".join(body)
        finally:
            if hasattr(body, "close"):
                body.close()
        status, headers, exc_info = caught
        if known is not None and status.startswith("200") and mark.may_be_kept and not _is_personal(headers):
            self.reads[key[:3]] = mark.reads
            entry = make_entry(headers, content, tags=mark.tags, known=known)
            asked = parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True)
            if {name for name, _value in asked} <= mark.reads:  # else it may hold what somebody made up
                self.store.put(self._key(environ), entry)
            return answer(entry, environ, start_response)
        stale = self.store.get(key) if status.startswith("5") else None
        if stale and self.following.is_current(stale.tags, stale.known):
            return answer(stale, environ, start_response)
        start_response(status, headers, exc_info)
        return [content]


def answer(entry: Entry, environ: Environ, start_response: StartResponse) -> list[bytes]:
    """A kept page as an answer: 304 to whoever has it already (RFC 9110, section 13.1.2), compressed where asked."""
    is_zipped = bool(entry.zipped) and _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    etag = f'"{entry.etag}{"-gz" if is_zipped else ""}"'
    headers = [*_headers(entry), ("ETag", etag), ("Vary", "Accept-Encoding"), ("Date", formatdate(usegmt=True))]
    if _has_it(environ.get("HTTP_IF_NONE_MATCH", ""), entry.etag):
        start_response("304 Not Modified", [header for header in headers if header[0].lower() != "content-type"])
        return [b""]
    body = entry.zipped if is_zipped else entry.plain
    if is_zipped:
        headers.append(("Content-Encoding", "gzip"))
    headers.append(("Content-Length", str(len(body))))
    start_response("200 OK", headers)
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]


def _headers(entry: Entry) -> list[tuple[str, str]]:
    kept = [header for header in entry.headers if header[0].lower() != "cache-control"]
    told = next((value for name, value in entry.headers if name.lower() == "cache-control"), "no-cache")
    return [*kept, ("Cache-Control", f"{told}, stale-if-error={STALE_IF_ERROR}")]


def _place(environ: Environ) -> tuple[str, str, str]:
    schemes = (environ.get("HTTP_X_FORWARDED_PROTO"), environ.get("wsgi.url_scheme"))
    scheme = "https" if "https" in schemes else "http"
    return scheme, environ.get("HTTP_HOST", "").lower(), environ.get("PATH_INFO", "")


def _is_noise(name: str) -> bool:
    return name in NOISE or name.startswith("utm_")


def _is_personal(headers: Iterable[tuple[str, str]]) -> bool:
    """Whether an answer is somebody's own, whatever its view said of it."""
    for name, value in headers:
        name = name.lower()
        if name == "set-cookie" or (name == "vary" and "cookie" in value.lower()):
            return True
        if name == "cache-control" and ("private" in value or "no-store" in value):
            return True
    return False


def _has_it(if_none_match: str, etag: str) -> bool:
    """Compared weakly (RFC 9110, section 8.8.3.2), in whatever coding the client has it."""
    tags = {tag.strip().removeprefix("W/").strip('"') for tag in if_none_match.split(",")}
    return bool(tags & {etag, f"{etag}-gz", "*"})


def _takes_gzip(accept_encoding: str) -> bool:
    for part in accept_encoding.lower().split(","):
        name, _semicolon, weight = part.strip().partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
