"""The bytes that are signed: one way to write each JSON value (RFC 8785, JSON Canonicalization Scheme).

Names are sorted by their UTF-16 code units, nothing stands between the parts, text is UTF-8. A receipt has no
fractions: of numbers it has whole ones alone, so that nothing has to be said of how the others are written.
"""

import json
from typing import Any


def canonical(value: Any) -> bytes:
    """``value`` in its canonical form. Raises ``ValueError`` for what a receipt can't hold."""
    return json.dumps(_sorted(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _sorted(value: Any) -> Any:
    match value:
        case float():
            raise ValueError("A receipt has no fractions.")
        case dict():
            return {name: _sorted(value[name]) for name in sorted(value, key=_code_units)}
        case list():
            return [_sorted(inner) for inner in value]
    return value


def _code_units(name: str) -> bytes:
    return name.encode("utf-16-be", "surrogatepass")
