"""What a request says of its body, before Django reads it: forms come in UTF-8, and what has no body says nothing.

Django decodes the query and the form with the ``charset`` of ``Content-Type``. So somebody could have one page made for
an address and kept under another (``portal.page_cache`` reads queries as UTF-8), and names of codecs that are no
encodings of text end a request before any middleware is there. A ``charset`` never gets further than here.

Browsers send forms in the encoding of the page, which is UTF-8. A form in another one is refused by whatever reads it
(400 in words), and does no harm where nothing does: a mail program's one click works whatever it sends (RFC 8058).
Other kinds lose the word alone: JSON is UTF-8 by definition (RFC 8259, section 8.1).
"""

import codecs
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.http import parse_header_parameters

FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
UNREADABLE = "multipart/form-data"  # without a boundary: whoever reads it learns that nobody can
LONGEST = 1_000  # characters; a browser's has some eighty
_BODILESS = ("GET", "HEAD")
_PLAIN = frozenset({"utf-8", "ascii"})


class Readable:
    """The application, which gets requests that it can read. It stands in front of all that looks at them."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return self.application(readable(environ), start_response)


def readable(environ: dict[str, Any]) -> dict[str, Any]:
    """``environ`` without a charset; without any word on a body where none belongs (RFC 9110, section 9.3.1)."""
    if environ.get("REQUEST_METHOD", "").upper() in _BODILESS:
        return {name: value for name, value in environ.items() if name not in ("CONTENT_TYPE", "CONTENT_LENGTH")}
    told = environ.get("CONTENT_TYPE") or ""
    return environ if ";" not in told else {**environ, "CONTENT_TYPE": without_charset(told)}


def without_charset(told: str) -> str:
    """The kind and its boundary; ``UNREADABLE`` for forms that are not UTF-8, and for what is no type of content."""
    try:
        kind, parameters = parse_header_parameters(told if len(told) <= LONGEST else ";")
    except (ValueError, LookupError):
        return UNREADABLE
    if not kind or (kind in FORMS and not _is_plain(parameters.get("charset") or "utf-8")):
        return UNREADABLE
    boundary = parameters.get("boundary")
    return kind if boundary is None else f"{kind}; boundary={_quoted(boundary)}"


def _is_plain(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name in _PLAIN
    except (LookupError, ValueError):
        return False


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
