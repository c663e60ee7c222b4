"""One page as it is kept: its bytes in each coding, compressed once, and the headers that go with each, made once.

Each coding has an entity tag of its own (RFC 9110, section 8.8.3.3), and ``Vary`` is told where there are several.
"""

import gzip
import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import brotli

SHORTEST_COMPRESSED = 200  # bytes
STALE_IF_ERROR = 86_400  # seconds (RFC 5861, section 4): for caches in front, while the portal is away
# Headers that belong to one transfer, or that are made anew. The server adds ``Date``.
_OWN = frozenset({"connection", "content-encoding", "content-length", "date", "etag", "set-cookie", "vary"})
_SUFFIXES = {"": "", "gzip": "-gz", "br": "-br"}

Headers = list[tuple[str, str]]


@dataclass(slots=True)
class Entry:
    """A page. ``known``: the number of the newest change that was known before it was made. ``reads``: the parameters
    that it looks at. ``origin``: the community's own address. ``bodies``: its bytes, by coding; "" is plain.
    """

    headers: tuple[tuple[str, str], ...]
    bodies: Mapping[str, bytes]
    etag: str
    tags: frozenset[str]
    reads: frozenset[str]
    origin: str
    known: int
    made_at: float
    current_at: int = -1  # the newest change up to which it was found to be current
    full: dict[str, Headers] = field(default_factory=dict)
    unchanged: dict[str, Headers] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for coding, body in self.bodies.items():
            headers = [*self.headers, ("ETag", self.tag(coding))]
            if len(self.bodies) > 1:
                headers.append(("Vary", "Accept-Encoding"))
            self.unchanged[coding] = [header for header in headers if header[0].lower() != "content-type"]
            coded = [("Content-Encoding", coding)] if coding else []
            self.full[coding] = [*headers, *coded, ("Content-Length", str(len(body)))]

    def tag(self, coding: str) -> str:
        """Its entity tag in one coding."""
        return f'"{self.etag}{_SUFFIXES[coding]}"'

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return sum(map(len, self.bodies.values())) + 4000

    def age(self) -> float:
        """Seconds since it was made."""
        return time.monotonic() - self.made_at


def make_entry(
    headers: Iterable[tuple[str, str]],
    body: bytes,
    *,
    tags: Iterable[str],
    known: int,
    reads: frozenset[str] = frozenset(),
    origin: str = "",
) -> Entry:
    """The page with these headers and bytes. Its tag is a digest of the bytes: the same bytes have the same tag."""
    digest = hashlib.sha256(body).hexdigest()[:32]
    kept = tuple(_kept(headers))
    return Entry(kept, coded(body), digest, frozenset(tags), reads, origin, known, time.monotonic())


def coded(body: bytes) -> dict[str, bytes]:
    """The bytes in each coding. Higher levels take ten times as long for a hundredth less."""
    if len(body) < SHORTEST_COMPRESSED:
        return {"": body}
    return {"": body, "gzip": gzip.compress(body, 6, mtime=0), "br": brotli.compress(body, quality=6)}


def _kept(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    told = "no-cache"
    for name, value in headers:
        if name.lower() == "cache-control":
            told = value
        elif name.lower() not in _OWN:
            yield name, value
    yield "Cache-Control", f"{told}, stale-if-error={STALE_IF_ERROR}"
