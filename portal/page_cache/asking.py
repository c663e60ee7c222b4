"""What a request asks for: under which key its page is kept, and whether it may be answered from there at all.

Parameters that a page does not read are noise. Those that it reads count in the order of their names; which value of
one that is repeated counts is up to Django, so their order is left as it is. Long queries are made up: not kept.
"""

import contextlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

PASSED_ON = ("/admin/", "/static/", "/media/", "/mailbox/")
NOISE = frozenset({"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga", "ref"})
LONGEST_QUERY = 200  # characters
MOST_PLACES = 20_000
MOST_MADE_UP = 1_000

Environ = dict[str, Any]
Place = tuple[str, str, str]
Key = tuple[str, str, str, str]


class Places:
    """What this process knows of addresses: which parameters are read there, and where nothing is kept."""

    def __init__(self) -> None:
        self._reads: dict[Place, frozenset[str]] = {}
        self._unkept: set[Place] = set()
        self._made_up: set[Key] = set()

    def reads(self, place: Place) -> frozenset[str] | None:
        """The parameters that the page there looks at. None where no page is known that may be kept."""
        return self._reads.get(place)

    def is_unkept(self, place: Place) -> bool:
        """Whether what was last answered there may not be kept."""
        return place in self._unkept

    def is_made_up(self, key: Key) -> bool:
        """Whether what was last answered there leads to nothing of its own, so that it is not kept."""
        return key in self._made_up

    def leads_to_nothing(self, key: Key, *, is_so: bool) -> None:
        """Notes whether it does."""
        if is_so and len(key[3]) <= LONGEST_QUERY:
            if len(self._made_up) >= MOST_MADE_UP:
                self._made_up = set()
            self._made_up.add(key)
        else:
            self._made_up.discard(key)

    def keeps(self, place: Place, reads: frozenset[str]) -> None:
        """The page there may be kept."""
        if len(self._reads) >= MOST_PLACES:
            self._reads = {}
        self._reads[place] = reads
        self._unkept.discard(place)

    def keeps_not(self, place: Place) -> None:
        """What is answered there may not be kept."""
        if len(self._unkept) >= MOST_PLACES:
            self._unkept = set()
        self._reads.pop(place, None)
        self._unkept.add(place)

    def key(self, environ: Mapping[str, Any], *, trusts_proxy: bool) -> Key:
        """Under which a page is kept."""
        place = place_of(environ, trusts_proxy=trusts_proxy)
        query = environ.get("QUERY_STRING", "")
        return (*place, meaning(query, self._reads.get(place)) if query else "")


def place_of(environ: Mapping[str, Any], *, trusts_proxy: bool) -> Place:
    """Scheme, host and path. The scheme is what Django takes for it (``HttpRequest.scheme``)."""
    told = environ.get("HTTP_X_FORWARDED_PROTO") if trusts_proxy else None
    if told is not None:
        scheme = "https" if told.split(",", 1)[0].strip() == "https" else "http"
    else:
        scheme = environ.get("wsgi.url_scheme", "http")
    return scheme, environ.get("HTTP_HOST", "").lower(), environ.get("PATH_INFO", "")


def meaning(query: str, reads: frozenset[str] | None) -> str:
    """The query without noise."""
    pairs = _pairs(query)
    kept = [pair for pair in pairs if (pair[0] in reads if reads is not None else not _is_noise(pair[0]))]
    return urlencode(sorted(kept, key=lambda pair: pair[0]))


def names_in(query: str) -> set[str]:
    """The names of its parameters."""
    return {name for name, _value in _pairs(query)}


def _pairs(query: str) -> list[tuple[str, str]]:
    """Its parameters as Django reads them (``QueryDict``), from bytes that nobody encoded as from others."""
    with contextlib.suppress(UnicodeError):
        query = query.encode("latin-1").decode()
    return parse_qsl(query, keep_blank_values=True)


def _is_noise(name: str) -> bool:
    name = name.lower()
    return name in NOISE or name.startswith("utm_")
