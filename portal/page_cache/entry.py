"""One page as it is kept: its headers, and its bytes in each coding, compressed once (RFC 9110, section 8.4)."""

import gzip
import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST_COMPRESSED = 200  # bytes
# Headers that belong to one transfer, or that are made anew.
_OWN = frozenset(
    {"connection", "content-encoding", "content-length", "date", "etag", "set-cookie", "vary", "x-request-id"}
)


@dataclass(frozen=True)
class Entry:
    """A page. ``known``: the number of the newest change that was known before it was made."""

    headers: tuple[tuple[str, str], ...]
    plain: bytes
    zipped: bytes
    etag: str
    tags: frozenset[str]
    known: int
    made_at: float

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return len(self.plain) + len(self.zipped) + 1000

    def age(self) -> float:
        """Seconds since it was made."""
        return time.monotonic() - self.made_at


def make_entry(headers: Iterable[tuple[str, str]], body: bytes, *, tags: Iterable[str], known: int) -> Entry:
    """The page with these headers and bytes. Its tag is a digest of the bytes: the same bytes have the same tag."""
    kept = tuple((name, value) for name, value in headers if name.lower() not in _OWN)
    zipped = gzip.compress(body, 9, mtime=0) if len(body) >= SHORTEST_COMPRESSED else b""
    digest = hashlib.sha256(body).hexdigest()[:32]
    return Entry(kept, body, zipped, digest, frozenset(tags), known, time.monotonic())
