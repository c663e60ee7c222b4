"""JSON in which no name stands twice (RFC 7493, section 2.3): readers differ in which one counts."""

from typing import Any


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object with these names, for ``object_pairs_hook``. Raises ``ValueError`` where one stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found
