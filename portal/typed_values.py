"""What somebody sent with a request: the fields of a form, what stands behind the question mark, cookies. It is masked
wherever it comes up in a line of the log (``portal.log_scrubbing``), names and words of a comment among it.
"""

import contextlib
import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

TYPED_MASK = "[typed]"
SHORTEST = 3  # characters; what is shorter tells nothing, and would be found everywhere
MOST_VALUES, LONGEST = 200, 20_000


def mask_typed(text: str, request: HttpRequest | None) -> str:
    """``text`` with each value masked that came with ``request``, also as Python writes it in quotes."""
    if request is None or not text:
        return text
    for value in sorted(set(_values(request)), key=len, reverse=True):
        if value in text:
            text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", TYPED_MASK, text)
    return text


def _values(request: HttpRequest) -> Iterator[str]:
    for value in list(_sent(request))[:MOST_VALUES]:
        for form in (value, repr(value)[1:-1], *value.splitlines()):
            form = form.strip()
            if SHORTEST <= len(form) <= LONGEST and not _is_of_the_path(form, request):
                yield form


def _sent(request: HttpRequest) -> Iterator[str]:
    """Only what was read already: a log must not be what reads a body, and may break on one that is broken."""
    with contextlib.suppress(SuspiciousOperation, ValueError):  # an address with too much in it
        fields: list[Any] = [getattr(request, name, None) for name in ("_post", "GET")]
        for each in fields:
            for _name, values in each.lists() if each else ():
                yield from (value for value in values if isinstance(value, str))
    yield from getattr(request, "COOKIES", {}).values()
    for files in (getattr(request, "_files", None) or {}).values():
        yield getattr(files, "name", "") or ""


def _is_of_the_path(value: str, request: HttpRequest) -> bool:
    """Whether it is a word of the address itself, such as “confirm”: buttons are named so."""
    return value in request.path.split("/")
