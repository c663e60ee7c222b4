"""Which coding of a page a client gets: the one that it weighs highest, brotli before gzip before none (RFC 9110,
section 12.5.3).
"""

from collections.abc import Iterable
from functools import lru_cache

LIKED = ("br", "gzip")  # the smaller first


@lru_cache(maxsize=1024)
def coding_for(accept_encoding: str) -> str:
    """``br``, ``gzip`` or "" for none. Whoever refuses all of them gets the page as it is: they asked for a page."""
    weights = dict(_weights(accept_encoding))
    others = weights.get("*", 0.0)
    best, best_weight = "", weights.get("identity", -1.0)
    for coding in reversed(LIKED):
        weight = weights.get(coding, others)
        if weight > 0 and weight >= best_weight:
            best, best_weight = coding, weight
    return best


def _weights(accept_encoding: str) -> Iterable[tuple[str, float]]:
    for part in accept_encoding.lower().split(","):
        name, *parameters = (text.strip() for text in part.split(";"))
        if name:
            yield ("gzip" if name == "x-gzip" else name), _weight(parameters)


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _equals, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
