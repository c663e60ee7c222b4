"""A canonical text as lines that a person can read: one for each field, paragraph, list item, cell, reference, picture.

What is reviewed and can't be seen in the words alone is written out: bold as ``**x**``, italic as ``_x_``, where a link
leads behind its words, other tags by name.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.utils.translation import gettext as _


class Line(NamedTuple):
    """One line: the part of the article that it belongs to, which kind of part that is, and its words."""

    place: str
    part: str  # "title", "body.2", "references"
    text: str


def lines_of(canonical_text: str) -> list[Line]:
    """Every line of a canonical text, in the order in which readers meet it."""
    content = json.loads(canonical_text)
    return [*_fields(content), *_body(content), *_references(content), *_pictures(content)]


def _fields(content: dict) -> Iterator[Line]:
    labels = {
        "title": _("Title"),
        "summary": _("Summary"),
        "seo_title": _("Title for search engines"),
        "search_description": _("Description for search engines"),
        "kind": _("Kind"),
    }
    for name, label in labels.items():
        if content.get(name):
            yield Line(label, name, content[name])
    people = apps.get_model("articles", "PersonPage").objects.filter(pk__in=content["authors"])
    names = dict(people.values_list("pk", "title"))
    for pk in content["authors"]:
        yield Line(_("Author"), "authors", names.get(pk, _("somebody whose page is gone")))


def _body(content: dict) -> Iterator[Line]:
    labels = {name: str(block.label) for name, block in _stream_block().child_blocks.items()}
    for position, block in enumerate(content["body"], start=1):
        place = _("Block %(position)d, %(label)s") % {
            "position": position,
            "label": labels.get(block["type"], block["type"]),
        }
        for text in _texts(block["value"]):
            yield Line(place, f"body.{position}", text)


def _stream_block():
    return apps.get_model("articles", "ArticlePage")._meta.get_field("body").stream_block


def _texts(value: Any) -> Iterator[str]:
    match value:
        case {"as": str(), "text": list(runs)}:
            yield _with_tags(value["as"], "".join(map(_run, runs)))
        case {"picture": pk, **rest}:
            words = {"number": pk, "description": rest.get("alternative") or _("decorative")}
            yield _("Picture %(number)s: %(description)s") % words
        case {"article": pk}:
            title = apps.get_model("articles", "ArticlePage").objects.filter(pk=pk).values_list("title", flat=True)
            yield _("Article: %(title)s") % {"title": title.first() or pk}
        case {"columns": columns, "rows": rows, **rest}:
            yield from _table(columns, rows, rest.get("caption"))
        case dict() | list():
            for inner in value.values() if isinstance(value, dict) else value:
                yield from _texts(inner)
        case str() | int():
            yield from [] if value is True else [str(value)]


def _table(columns: list[dict], rows: list[list], caption: str | None) -> Iterator[str]:
    if caption:
        yield caption
    yield " | ".join(column["heading"] or "" for column in columns)
    for row in rows:
        yield " | ".join(" ".join(_texts(cell)) for cell in row)


def _with_tags(tags: str, text: str) -> str:
    last = tags.split(" ")[-1] if tags else ""
    return {"h2": f"## {text}", "h3": f"### {text}", "li": f"• {text}"}.get(last, text)


def _run(run: list) -> str:
    text, styles = run[0].replace("\v", " / "), run[1] if len(run) > 1 else {}
    for style in styles:
        name, _space, details = style.partition(" ")
        if name == "b":
            text = f"**{text}**"
        elif name == "i":
            text = f"_{text}_"
        elif name == "a":
            text = f"{text} ({details.removeprefix('href=')})"
        else:
            text = f"<{style}>{text}</{name}>"
    return text


def _references(content: dict) -> Iterator[Line]:
    for key, reference in sorted(content["references"].items()):
        names = ("authors", "title", "source", "year", "details", "doi", "pmid", "url")
        words = ". ".join(str(reference[name]).rstrip(".") for name in names if reference.get(name))
        yield Line(_("Reference %(key)s") % {"key": key}, f"references.{key}", words)
    for key in content["unresolved"]:
        yield Line(_("Reference %(key)s") % {"key": key}, f"references.{key}", _("not in the library"))


def _pictures(content: dict) -> Iterator[Line]:
    for pk, picture in sorted(content["pictures"].items()):
        place = _("Picture %(number)s") % {"number": pk}
        for text in (
            picture["description"],
            picture["credit"],
            _("File %(digest)s") % {"digest": picture["file"][:12]},
        ):
            if text:
                yield Line(place, f"pictures.{pk}", text)
