"""The hash that ties an entry to its content and to the entry before it.

SHA-256 over the entry's values as JSON: names sorted, no spaces, UTF-8, dates and times as ISO 8601 in UTC. A value
that is empty is left out, so that a column added later changes no hash of an older entry. A whole number is written
without a fraction, since a database may give ``1e16`` back as an integer.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

GENESIS = "0" * 64  # what the first entry names as the hash before it


def entry_hash(values: Mapping[str, Any]) -> str:
    """64 hexadecimal digits for an entry's values, the hash of the entry before it among them."""
    content = {name: _plain(value) for name, value in values.items() if value not in (None, "", [], {})}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return int(Decimal(repr(value)))
        case Mapping():
            return {name: _plain(inner) for name, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
    return value
