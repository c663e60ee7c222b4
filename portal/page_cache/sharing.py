"""Kept pages that several processes and machines share, in Redis or Valkey: one makes a page, all others take it.

A page that comes from there is taken only if the database itself says, then, that nothing has changed since the
snapshot that was taken before it was made (``position``): whatever the other server lost, delayed, brought back or was
given by somebody else. Pages are signed with a key that comes from ``SECRET_KEY``, stand under the release that made
them, and are plain bytes beside JSON: nothing in them is ever run.

Whoever makes a page holds a lock on it that ends by itself. Others wait a while, then make it themselves.
"""

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, InterfaceError, connection

from portal.page_cache.asking import Key
from portal.page_cache.entry import Entry
from portal.page_cache.following import Following, NotNotedError, let_go
from portal.page_cache.position import position, since
from portal.page_cache.tables import ALL
from portal.shared_memory import SharedMemory

LARGEST = 2_000_000  # bytes
LONGEST_MAKING = 10_000  # milliseconds, after which a lock ends by itself
LONGEST_TURN = 5.0  # seconds that one waits for another to make the page
PAUSE = 0.03  # seconds between two looks whether it is there
_SIGNATURE = 32  # bytes
_RELEASE_LOCK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"

Take = Callable[[], Entry | None]


class Alone:
    """Pages that this process keeps to itself."""

    def position(self) -> str:
        return ""

    def take(self, key: Key, following: Following, *, longest: float) -> Entry | None:
        return None

    def give(self, key: Key, entry: Entry, position: str) -> None:
        pass

    @contextmanager
    def taking_turns(self, key: Key, take: Take) -> Iterator[Entry | None]:
        yield None


class Sharing:
    """Pages in ``memory``, of one release, signed with ``secret``."""

    def __init__(self, memory: SharedMemory, *, release: str, secret: str) -> None:
        self._memory = memory
        self._prefix = f"portal:page:{release}:"
        self._secret = hashlib.sha256(f"kept pages {secret}".encode()).digest()

    def position(self) -> str:
        """Where the database stands now; empty while nobody could be given a page."""
        return "" if self._memory.rests else position()

    def take(self, key: Key, following: Following, *, longest: float) -> Entry | None:
        """The page, if somebody made it within ``longest`` seconds and nothing on it has changed since."""
        name = self._name(key)
        packed = self._memory.ask(lambda server: server.get(name), None)
        told = self._unpack(name, packed) if packed else None
        if told is None or tuple(told["key"]) != key:
            return None
        try:
            known = following.look()
            changed = since(told["position"], {*told["tags"], ALL})
        except (DatabaseError, InterfaceError, NotNotedError):
            connection.close()
            return None
        finally:
            let_go()
        if changed is None or changed.tags or not -1 < changed.seconds < longest:
            return None
        return _entry(told, known=known, seconds=changed.seconds)

    def give(self, key: Key, entry: Entry, position: str) -> None:
        """Lets others take the page. ``position``: where the database stood before it was made."""
        if not position or entry.size > LARGEST:
            return
        name = self._name(key)
        packed = self._pack(name, key, entry, position)
        self._memory.ask(lambda server: server.set(name, packed, ex=600), None)

    @contextmanager
    def taking_turns(self, key: Key, take: Take) -> Iterator[Entry | None]:
        """Gives the page as somebody else made it. None: it is this process that has to make it."""
        found, token = take(), ""
        if found is None:
            found, token = self._wait(key, take)
        try:
            yield found
        finally:
            if token:
                name = f"{self._name(key)}:making"
                self._memory.ask(lambda server: server.eval(_RELEASE_LOCK, 1, name, token), None)

    def _wait(self, key: Key, take: Take) -> tuple[Entry | None, str]:
        """The page, or the lock on making it, or neither: the others take too long, or the server is away."""
        name, token = f"{self._name(key)}:making", secrets.token_hex(8)
        ends, has_waited = time.monotonic() + LONGEST_TURN, False
        while time.monotonic() < ends:
            taken = self._memory.ask(lambda server: server.set(name, token, nx=True, px=LONGEST_MAKING) or False, None)
            if taken is None:
                return None, ""
            if taken:
                return (take() if has_waited else None), token
            time.sleep(PAUSE)
            has_waited = True
            if found := take():
                return found, ""
        return None, ""

    def _name(self, key: Key) -> str:
        return self._prefix + hashlib.sha256(json.dumps(key).encode()).hexdigest()

    def _pack(self, name: str, key: Key, entry: Entry, position: str) -> bytes:
        told = {
            "key": key,
            "position": position,
            "tags": sorted(entry.tags),
            "reads": sorted(entry.reads),
            "origin": entry.origin,
            "etag": entry.etag,
            "headers": entry.headers,
            "bodies": [(coding, len(body)) for coding, body in entry.bodies.items()],
        }
        packed = json.dumps(told).encode() + b"\n" + b"".join(entry.bodies.values())
        return self._signature(name, packed) + packed

    def _unpack(self, name: str, packed: bytes) -> dict[str, Any] | None:
        signature, packed = packed[:_SIGNATURE], packed[_SIGNATURE:]
        if not hmac.compare_digest(signature, self._signature(name, packed)):
            return None
        line, _newline, bytes_of_bodies = packed.partition(b"\n")
        told = json.loads(line)
        bodies, begins = {}, 0
        for coding, length in told["bodies"]:
            bodies[coding] = bytes_of_bodies[begins : begins + length]
            begins += length
        return {**told, "bodies": bodies}

    def _signature(self, name: str, packed: bytes) -> bytes:
        return hmac.digest(self._secret, name.encode() + b"\n" + packed, "sha256")


def _entry(told: dict[str, Any], *, known: int, seconds: float) -> Entry:
    return Entry(
        headers=tuple((name, value) for name, value in told["headers"]),
        bodies=told["bodies"],
        etag=told["etag"],
        tags=frozenset(told["tags"]),
        reads=frozenset(told["reads"]),
        origin=told["origin"],
        known=known,
        made_at=time.monotonic() - max(seconds, 0.0),
    )
