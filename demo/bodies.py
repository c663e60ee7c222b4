"""From the readable form of an article's text to the form in which a StreamField stores it.

A body is a list of ``block name: value``. The blocks themselves say what a value is: rich text is written in
Markdown, pages and pictures are named, everything else stands as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock

from articles.blocks import ArticleBodyBlock
from demo.rich_text import rich_text


@dataclass(frozen=True)
class Names:
    """Finds the ids of what a text names."""

    page: Callable[[str], int]
    picture: Callable[[str], int]


def stored_body(body: list[dict], *, seed: str, names: Names) -> list[dict]:
    """``body`` as the article's StreamField stores it. Block ids follow from ``seed``, so that they never vary.

    Raises ``KeyError`` for a block, field, page or picture that doesn't exist.
    """
    stream = ArticleBodyBlock()
    stored = []
    for position, entry in enumerate(body):
        ((name, value),) = entry.items()
        place = f"{seed}/{position}/{name}"  # one id, one kind of block: Wagtail compares wordings by it
        stored.append(
            {"type": name, "id": _block_id(place), "value": _stored(stream.child_blocks[name], value, place, names)}
        )
    return stored


def _stored(block: blocks.Block, value: Any, place: str, names: Names) -> Any:
    match block:
        case blocks.RichTextBlock():
            return rich_text(value, find_page=names.page)
        case ImageBlock():
            return {
                "image": names.picture(value["picture"]),
                "alt_text": value.get("alt", ""),
                "decorative": value.get("decorative", False),
            }
        case TypedTableBlock():
            return _stored_table(block, value, place, names)
        case blocks.ListBlock():
            return [
                {
                    "type": "item",
                    "id": _block_id(f"{place}/{index}"),
                    "value": _stored(block.child_block, item, f"{place}/{index}", names),
                }
                for index, item in enumerate(value)
            ]
        case blocks.StructBlock():
            return {
                name: _stored(block.child_blocks[name], part, f"{place}/{name}", names) for name, part in value.items()
            }
        case blocks.PageChooserBlock():
            return names.page(value)
        case blocks.DecimalBlock():
            return str(value)
    return value


def _stored_table(block: TypedTableBlock, value: dict, place: str, names: Names) -> dict:
    columns = [{"type": kind, "heading": heading} for column in value["columns"] for kind, heading in column.items()]
    rows = [
        {
            "values": [
                _stored(block.child_blocks[column["type"]], cell, place, names)
                for column, cell in zip(columns, row, strict=True)
            ]
        }
        for row in value["rows"]
    ]
    return {"caption": value["caption"], "columns": columns, "rows": rows}


def _block_id(place: str) -> str:
    return str(uuid5(NAMESPACE_URL, place))
