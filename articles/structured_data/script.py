"""JSON-LD as an element that a title can't break out of."""

import json
import secrets
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_PLACE = secrets.token_hex(16)  # nobody can write it into a text


class Written(str):
    """Stands in a graph for a value that was written as JSON before: kept parts of a graph need no second writing."""

    json: str

    @classmethod
    def of(cls, value: Any) -> "Written":
        """``value`` as it will stand in the script."""
        written = cls(f"{_PLACE}{secrets.token_hex(8)}")
        written.json = _dumped(value)
        return written


def as_script(data: dict) -> SafeString:
    """``data`` in a ``<script type="application/ld+json">`` (a data block: nothing runs it)."""
    if not data:
        return SafeString("")
    text = _dumped(data)
    for node in data.get("@graph", ()):
        for value in node.values():
            if type(value) is Written:
                text = text.replace(f'"{value}"', value.json)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 (escaped below)


def _dumped(value: Any) -> str:
    """As in ``django.utils.html.json_script``: no "<", ">" or "&" is left that could end or begin an element."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026")
