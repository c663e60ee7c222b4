"""What a browser sent, as plain values: urlencoded, multipart or JSON, all read equally strictly.

Whatever can't be read is refused whole, and nothing of it is kept. Values pass through memory alone: a body is small,
and files in it are skipped.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from portal.strict_json import once

LARGEST = 64 * 1024  # bytes of a whole POST
MULTIPART = "multipart/form-data"
FORMS = ("application/x-www-form-urlencoded", MULTIPART)
JSON = "application/json"
TEXTS = ("email", "seen", "offered", "website", "challenge")
_TICKED = {"": False, "1": True, "on": True, False: False, True: True}


class UnreadableError(Exception):
    """The POST is too long, broken, or of another shape than the form."""


@dataclass(frozen=True)
class Posted:
    """The fields of the form as they came. ``offered``: the boxes that it showed; ``purpose``: those ticked."""

    email: str = field(default="", repr=False)
    purpose: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    seen: str = ""
    discreet: bool = False
    website: str = field(default="", repr=False)
    challenge: str = ""


def is_json(request: HttpRequest) -> bool:
    """Whether the sender speaks JSON, and gets it back."""
    return request.content_type == JSON


def read(request: HttpRequest) -> Posted:
    """The fields of a POST. Raises ``UnreadableError``."""
    if _length(request) > LARGEST:
        raise UnreadableError("too long")
    values = _from_json(request) if is_json(request) else _from_form(request)
    texts = {name: _one(values.get(name, [])) for name in TEXTS}
    return Posted(
        email=texts["email"],
        purpose=tuple(dict.fromkeys(_text(value) for value in values.get("purpose", []))),
        offered=tuple(dict.fromkeys(texts["offered"].split())),
        seen=texts["seen"],
        discreet=_ticked(values.get("discreet", [])),
        website=texts["website"],
        challenge=texts["challenge"],
    )


def form_of(request: HttpRequest) -> QueryDict:
    """The fields of another form with an address in it, read as strictly. Raises ``UnreadableError``."""
    if _length(request) > LARGEST:
        raise UnreadableError("too long")
    values = _from_form(request)
    for name in TEXTS:
        _one(values.get(name, []))
    return request.POST


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        raise UnreadableError("length") from None


def _from_json(request: HttpRequest) -> dict[str, list[Any]]:
    try:
        found = json.loads(request.body, object_pairs_hook=once)
    except (ValueError, RecursionError, UnreadablePostError):
        raise UnreadableError("JSON") from None
    if not isinstance(found, dict):
        raise UnreadableError("JSON that is no object")
    if isinstance(found.get("purpose"), list):
        return {name: value if name == "purpose" else [value] for name, value in found.items()}
    return {name: [value] for name, value in found.items()}


def _from_form(request: HttpRequest) -> dict[str, list[Any]]:
    if request.content_type not in FORMS:
        raise UnreadableError("type of content")
    try:
        if request.content_type == MULTIPART and not _has_end(request):
            raise UnreadableError("form that breaks off")
        request.upload_handlers = [_NoFiles(request)]
        return {name: list(values) for name, values in request.POST.lists()}
    except (BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError, ValueError):
        raise UnreadableError("form") from None


def _has_end(request: HttpRequest) -> bool:
    """Whether a multipart form goes on to the line that closes it (RFC 2046, section 5.1.1)."""
    boundary = (request.content_params or {}).get("boundary", "").encode("utf-8", "replace")
    return re.search(rb"(?:^|\n)--" + re.escape(boundary) + rb"--[ \t]*(?:\r?\n|$)", request.body) is not None


class _NoFiles(FileUploadHandler):
    """The form has no file: one that comes all the same is passed over, and never touches the disk."""

    def new_file(self, *args, **kwargs):
        raise SkipFile

    def receive_data_chunk(self, raw_data, start):
        return None

    def file_complete(self, file_size):
        return None


def _one(values: list[Any]) -> str:
    if len(values) > 1:
        raise UnreadableError("several values for one field")
    return _text(values[0]) if values else ""


def _text(value: Any) -> str:
    """``value`` with a mark in the place of what no database and no page takes: NUL, halves of a surrogate pair."""
    if not isinstance(value, str):
        raise UnreadableError("not a text")
    return value.replace("\x00", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _ticked(values: Iterable[Any]) -> bool:
    found = list(values)
    if len(found) > 1 or any(not isinstance(value, (str, bool)) or value not in _TICKED for value in found):
        raise UnreadableError("a box that is neither ticked nor not")
    return bool(found) and _TICKED[found[0]]
