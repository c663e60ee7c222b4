"""A canonical text as lines that a person can read: one for each field, paragraph, list item, cell, reference, picture.

What is reviewed and can't be seen in the words alone is written out: bold as ``**x**``, italic as ``_x_``, where a link
leads behind its words, a citation as the keys of its references in brackets, other tags by name.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.apps import apps
from django.utils.translation import gettext as _

from articles.citations.tokens import TOKEN
from portal.open_pages import open_to_all

_PAGE_LINK = re.compile(r"id=(\d+) linktype=page")


class Line(NamedTuple):
    """One line: the part of the article that it belongs to, which kind of part that is, and its words."""

    place: str
    part: str  # "title", "body.2", "references"
    text: str
    kind: str = ""  # of the block: the same words under "Do" and under "Don't" are not the same


class Names(NamedTuple):
    """What the people and the articles that texts name by their ids are called."""

    people: Mapping[int, str]
    articles: Mapping[int, str]


def names_in(canonical_texts: Iterable[str], *, for_readers: bool = False) -> Names:
    """The names for any number of texts. ``for_readers``: without articles that not everybody may open. Two queries."""
    contents = [json.loads(text) for text in canonical_texts]
    people = {pk for content in contents for pk in content["authors"]}
    articles = {pk for content in contents for pk in _named_articles(content["body"])}
    named = apps.get_model("articles", "PersonPage").objects.filter(pk__in=people)
    listed = apps.get_model("articles", "ArticlePage").objects.filter(pk__in=articles)
    listed = open_to_all(listed) if for_readers else listed
    return Names(dict(named.values_list("pk", "title")), dict(listed.values_list("pk", "title")))


def _named_articles(value: Any) -> Iterator[int]:
    match value:
        case {"article": int(pk)}:
            yield pk
        case dict() | list():
            for inner in value.values() if isinstance(value, dict) else value:
                yield from _named_articles(inner)


def lines_of(canonical_text: str, names: Names | None = None) -> list[Line]:
    """Every line of a canonical text, in the order in which readers meet it. No query if ``names`` are known."""
    content = json.loads(canonical_text)
    names = names or names_in([canonical_text])
    lines = [*_fields(content, names), *_body(content, names), *_references(content), *_pictures(content)]
    return [line._replace(text=TOKEN.sub(r"[\1]", line.text)) for line in lines]


def _fields(content: dict, names: Names) -> Iterator[Line]:
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
    for pk in content["authors"]:
        yield Line(_("Author"), "authors", names.people.get(pk, _("somebody whose page is gone")))


def _body(content: dict, names: Names) -> Iterator[Line]:
    labels = {name: str(block.label) for name, block in _stream_block().child_blocks.items()}
    for position, block in enumerate(content["body"], start=1):
        place = _("Block %(position)d, %(label)s") % {
            "position": position,
            "label": labels.get(block["type"], block["type"]),
        }
        for text in _texts(block["value"], names):
            yield Line(place, f"body.{position}", text, block["type"])


def _stream_block():
    return apps.get_model("articles", "ArticlePage")._meta.get_field("body").stream_block


def _texts(value: Any, names: Names) -> Iterator[str]:
    match value:
        case [{"as": str()}, *_rest]:
            for tags, number, runs in _numbered(value):
                yield _with_tags(tags, number, "".join(map(_run, runs)))
        case {"picture": pk, **rest}:
            silent = _("decorative") if rest.get("decorative") else _("without a description")
            words = {"number": pk, "description": rest.get("alternative") or silent}
            yield _("Picture %(number)s: %(description)s") % words
        case {"article": pk}:
            yield _("Article: %(title)s") % {"title": names.articles.get(pk, pk)}
        case {"columns": columns, "rows": rows}:
            yield from _table(columns, rows, value.get("caption"), names)
        case dict() | list():
            for inner in value.values() if isinstance(value, dict) else value:
                yield from _texts(inner, names)
        case True:
            yield _("The first column names the row")  # the only box to tick in a text
        case str() | int():
            yield str(value)


def _numbered(paragraphs: list[dict]) -> Iterator[tuple[str, int, list]]:
    """The tags, the number in its list and the runs of each paragraph; 0 for those that begin no numbered item."""
    counted: dict[int, int] = {}
    for paragraph in paragraphs:
        tags = [tag for tag in paragraph["as"].split(" ") if "=" not in tag]
        depth, shared = len(tags), paragraph.get("in", 0)
        counted = {at: number for at, number in counted.items() if at <= shared + 1}
        is_item = tags[-2:] == ["ol", "li"] and shared < depth
        if is_item:
            counted[depth] = counted.get(depth, 0) + 1 if shared == depth - 1 else 1
        yield paragraph["as"], counted[depth] if is_item else 0, paragraph["text"]


def _table(columns: list[dict], rows: list[list], caption: str | None, names: Names) -> Iterator[str]:
    if caption:
        yield caption
    yield " | ".join(column["heading"] or "" for column in columns)
    for row in rows:
        yield " | ".join(" ".join(_texts(cell, names)) for cell in row)


def _with_tags(tags: str, number: int, text: str) -> str:
    last = tags.split(" ")[-1] if tags else ""
    if number:
        return f"{number}. {text}"
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
            text = f"{text} ({_target(details)})"
        else:
            text = f"<{style}>{text}</{name}>"
    return text


def _target(details: str) -> str:
    """Where a link leads: an address, or a page of the portal by its number."""
    page = _PAGE_LINK.fullmatch(details)
    return _("page %(number)s") % {"number": page[1]} if page else details.removeprefix("href=")


def _references(content: dict) -> Iterator[Line]:
    for key, reference in sorted(content["references"].items()):
        names = ("authors", "title", "source", "year", "details", "doi", "pmid", "url")
        words = ". ".join(str(reference[name]).rstrip(".") for name in names if reference.get(name))
        words = f"{words} ({reference['type']}, {reference['key']})"
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
