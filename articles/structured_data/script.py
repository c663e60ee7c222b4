"""JSON-LD as an element that a title can't break out of."""

import json

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# As in django.utils.html.json_script: no "<", ">" or "&" is left that could end the element or begin another.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def as_script(data: dict) -> SafeString:
    """``data`` in a ``<script type="application/ld+json">`` (a data block: nothing runs it)."""
    if not data:
        return SafeString("")
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 (escaped above)
