"""Stands before Django (PEP 3333): answers from kept pages, and keeps what a view marked (``marking``).

Staff are never answered from here, nor is anybody who has a session. One request makes a page, others wait for it.
"""

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from portal.page_cache.answering import answer, is_in_front, is_personal, made_private, replaces, until
from portal.page_cache.asking import LONGEST_QUERY, PASSED_ON, Environ, Key, Place, Places, names_in
from portal.page_cache.entry import Entry, Headers, make_entry
from portal.page_cache.following import Following
from portal.page_cache.marking import NAME, Mark
from portal.page_cache.sharing import Alone, Sharing
from portal.page_cache.store import Store

# Seconds, for what time alone changes on a page: a review falls due, a conversation closes. With those of
# ``portal.reread`` five minutes.
LIFETIME = 240
LONGEST_WAIT = 20  # seconds for somebody else to make the page
_CONDITIONS = ("HTTP_COOKIE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_IF_RANGE")

StartResponse = Callable[..., Any]


class PageCache:
    """The application, behind its kept pages. ``most``: bytes that they may take in this process. ``trusts_proxy``:
    whether ``X-Forwarded-Proto`` is believed. ``purged``: seconds for which shared caches that are purged hold a page.
    """

    def __init__(
        self,
        application: Callable,
        *,
        most: int,
        session_cookie: str,
        maintenance: Path,
        trusts_proxy: bool = False,
        purged: int = 0,
        sharing: Sharing | Alone | None = None,
    ) -> None:
        self.application = application
        self.store: Store[Entry] = Store(most)
        self.following = Following()
        self.places = Places()
        self.sharing = sharing or Alone()
        self._session = session_cookie
        self._maintenance = os.fspath(maintenance)
        self._trusts_proxy, self._purged = trusts_proxy, purged
        self._making = [threading.Lock() for _number in range(64)]

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            try:
                return self.application(environ, start_response)
            finally:
                self.following.hurry()
        if environ.get("PATH_INFO", "").startswith(PASSED_ON) or os.path.exists(self._maintenance):
            return self.application(environ, start_response)
        if self._session in environ.get("HTTP_COOKIE", "") or "HTTP_AUTHORIZATION" in environ:
            return self.application(environ, _privately(start_response))
        self.following.begin()
        key = self.places.key(environ, trusts_proxy=self._trusts_proxy)
        expires = None
        if "HTTP_X_KEPT_IN_FRONT" in environ and is_in_front(environ):
            expires = until()
            if not self.following.has_looked():
                expires = None
        status, headers, body = self._answer(key, environ, expires)
        start_response(status, headers)
        return [body]

    def _answer(self, key: Key, environ: Environ, expires: tuple[str, str] | None) -> tuple[str, Headers, bytes]:
        entry = self._current(key)
        if entry is None:
            return self._find_or_make(key, environ, expires)
        return answer(entry, environ, expires=expires, purged=self._purged)

    def _find_or_make(self, key: Key, environ: Environ, expires: tuple[str, str] | None) -> tuple[str, Headers, bytes]:
        if self.places.is_unkept(key[:3]) or self.places.is_made_up(key):  # nobody has to wait for anybody
            return self._make(key, environ, expires)
        making = self._making[hash(key) % len(self._making)]
        is_first = making.acquire(timeout=LONGEST_WAIT)
        try:
            if entry := self._current(key):
                return answer(entry, environ, expires=expires, purged=self._purged)
            with self.sharing.taking_turns(key, lambda: self._take(key)) as found:
                if found:
                    return answer(found, environ, expires=expires, purged=self._purged)
                return self._make(key, environ, expires)
        finally:
            if is_first:
                making.release()

    def _current(self, key: Key) -> Entry | None:
        entry = self.store.get(key)
        if entry is None:
            return None
        self.following.catch_up()
        arrived = self.following.arrived
        if entry.current_at != arrived:
            if not self.following.is_current(entry.tags, entry.known):
                self.store.drop(key)
                return None
            entry.current_at = arrived
        return entry if entry.age() < LIFETIME else None

    def _take(self, key: Key) -> Entry | None:
        """The page as another process made it, if nothing on it has changed since."""
        entry = self.sharing.take(key, self.following, longest=LIFETIME)
        if entry is not None:
            self.places.keeps(key[:3], entry.reads)
            self.store.put(key, entry)
        return entry

    def _make(self, key: Key, environ: Environ, expires: tuple[str, str] | None) -> tuple[str, Headers, bytes]:
        try:
            known: int | None = self.following.look_anew()
            position = self.sharing.position()
        except Exception:  # noqa: BLE001 - the database is away: Django says so, in its own words
            known, position = None, ""
        made = self._run(key, environ)
        status, headers, body, mark, query = made
        if known is not None and mark.may_be_kept and status.startswith("200") and not is_personal(headers):
            self.places.leads_to_nothing(key, is_so=mark.is_made_up)
            is_clean = names_in(query) <= mark.reads and len(query) <= LONGEST_QUERY and not mark.is_made_up
            entry = make_entry(headers, body, tags=mark.tags, known=known, reads=mark.reads, origin=mark.origin)
            if is_clean:
                own = self.places.key({**environ, "QUERY_STRING": query}, trusts_proxy=self._trusts_proxy)
                self.store.put(own, entry)
                self.sharing.give(own, entry, position)
            return answer(entry, environ, expires=expires if is_clean else None, purged=self._purged)
        stale = self.store.get(key) if status.startswith("5") else None
        if stale and self.following.is_current(stale.tags, stale.known):
            return answer(stale, environ, purged=self._purged)
        if expires is not None and replaces(status, headers):
            headers = [expires, *headers]
        return status, headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body

    def _run(self, key: Key, environ: Environ) -> tuple[str, Headers, bytes, Mark, str]:
        """Has Django answer. What the page there does not read never reaches it, so it stands nowhere in the page."""
        place = key[:3]
        reads = self.places.reads(place)
        if reads is not None:
            query = key[3]
            bare = {name: value for name, value in environ.items() if not value or name not in _CONDITIONS}
            bare |= {"QUERY_STRING": query, "REQUEST_METHOD": "GET"}
            status, headers, body, mark = run(self.application, bare)
            if (mark.may_be_kept and mark.reads == reads) or status.startswith("5"):
                return status, headers, body, mark, query
            self._learn(place, status, mark)
            if bare == environ:
                return status, headers, body, mark, query
        query = environ.get("QUERY_STRING", "")  # another page is there now, or none: it gets the request as it was
        status, headers, body, mark = run(self.application, environ)
        if mark.may_be_kept and environ["REQUEST_METHOD"] == "HEAD":  # its headers are those of the page
            status, headers, body, mark = run(self.application, {**environ, "REQUEST_METHOD": "GET"})
        self._learn(place, status, mark)
        return status, headers, body, mark, query

    def _learn(self, place: Place, status: str, mark: Mark) -> None:
        if mark.may_be_kept:
            self.places.keeps(place, mark.reads)
        elif not status.startswith("5"):
            self.places.keeps_not(place)


def run(application: Callable, environ: Environ) -> tuple[str, Headers, bytes, Mark]:
    """The whole answer of ``application``, and what its view said of it."""
    mark, caught = Mark(), list[Any]()

    def catch(status: str, headers: Headers, exc_info: Any = None) -> None:
        caught[:] = [status, list(headers)]

    answered = application({**environ, NAME: mark}, catch)
    try:
        body = b"".join(answered)
    finally:
        if hasattr(answered, "close"):
            answered.close()
    status, headers = caught
    return status, headers, body, mark


def _privately(start_response: StartResponse) -> StartResponse:
    def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
        return start_response(status, made_private(headers), exc_info)

    return start
