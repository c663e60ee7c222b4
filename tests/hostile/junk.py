"""What people, and programs, put into fields."""

import random
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

KEPT = ("csrfmiddlewaretoken",)
WORDS = {
    "nothing": "",
    "blank": " \t\r\n ",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;",
    "template": "{{ 7 * 7 }}{% debug %}${7*7}#{7*7}%s%(x)s{0}",
    "query": "' OR 1=1; DROP TABLE portal_user; --",
    "path": "../../../../etc/passwd",
    "address": "javascript:alert(1)//https://example.org",
    "large": "9223372036854775808",
    "negative": "-1",
    "not a number": "1e999",
    "date": "0000-99-99T99:99",
    "odd": "a\u202eb\u0000c\ufeff\u0301\U0001f600\u2028",
    "folded": "ﬀİıßﷺ" * 20,
    "long": "word " * 4_000,
    "json": '{"blocks":[{"key":"a","text":1,"type":null,"entityRanges":[{"key":9}]}],"entityMap":[]}',
    "list": "[1,2,[3,{}],null]",
    "list of much": "[" * 2_000,
}

FILES = (
    ("a.png", b""),
    ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x06\x00\x00\x00"),
    ("a.jpg", b"GIF89a\x01\x00\x01\x00junk"),
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ("a.docx", b"PK\x03\x04junk"),
    ("../../a.html", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
    ("a.txt", b"\xff\xfe\x00\xd8\x00"),
    ("a" * 300 + ".md", b"# " * 5_000),
)


def kept_hidden(fields: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Each name once. Of buttons too: one that is not pressed is not sent, so variants choose one."""
    seen = set()
    for name, kind, value in fields:
        if name not in seen:
            seen.add(name)
            yield name, kind, value


def variants(fields: tuple[tuple[str, str, str], ...], *, seed: str) -> Iterator[dict[str, Any]]:
    """Ways to fill one form: hidden fields as they were, with them changed, with most fields gone, and empty."""
    chance = random.Random(seed)  # noqa: S311 - the same in each run
    names = list(WORDS)
    buttons = [name for name, kind, _value in fields if kind in ("submit", "button")]
    for touch_hidden in (False, True):
        filled = {}
        for name, kind, value in fields:
            if kind in ("submit", "button"):
                continue
            if kind == "file":
                file_name, content = chance.choice(FILES)
                filled[name] = SimpleUploadedFile(file_name, content)
                continue
            keep = name in KEPT or (kind == "hidden" and not touch_hidden) or chance.random() < 0.2
            filled[name] = value if keep else WORDS[chance.choice(names)]
        if buttons:
            filled[chance.choice(buttons)] = "1"
        yield filled
    yield {name: value for name, kind, value in fields if kind == "hidden" and chance.random() < 0.5}
    yield {}
