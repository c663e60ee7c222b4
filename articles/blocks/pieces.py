"""Every text of an article's body, in the order in which it is stored.

Values are walked by the kind of their block, never by its name, so that a new block needs no change here. A block
says with ``allows_citations`` whether its text may hold citations.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from wagtail.blocks import (
    BaseStreamBlock,
    BaseStructBlock,
    Block,
    CharBlock,
    ListBlock,
    RawHTMLBlock,
    RichTextBlock,
    StreamValue,
    TextBlock,
)
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock, TypedTable
from wagtail.images.blocks import ImageBlock


class TextPiece(NamedTuple):
    """One text that an editor wrote, and where it stands."""

    block_id: str
    block_type: str
    block_label: str
    position: int  # of the block in the body, from 1
    path: str  # inside the block's stored value: "points.0.value"; empty when the block is the text
    is_html: bool
    allows_citations: bool
    text: str
    is_told: bool = True  # whether it is part of what the article tells: search and feeds hold nothing else


class _Text(NamedTuple):
    block: Block
    path: str
    is_html: bool
    text: str


def text_pieces(body: StreamValue) -> Iterator[TextPiece]:
    """Every text in ``body`` that is not empty, alternative texts of pictures included. No query of its own."""
    for position, child in enumerate(body, start=1):
        for found in _texts(child.block, child.value, ""):
            if found.text.strip():
                yield TextPiece(
                    block_id=child.id or "",
                    block_type=child.block_type,
                    block_label=str(child.block.label),
                    position=position,
                    path=found.path.removeprefix("."),
                    is_html=found.is_html,
                    allows_citations=getattr(found.block, "allows_citations", False),
                    text=found.text,
                    is_told=getattr(child.block.meta, "is_told", True),
                )


def _texts(block: Block, value: Any, path: str) -> Iterator[_Text]:
    if not value:
        return
    match block:
        case ImageBlock():
            yield _Text(block, f"{path}.alt_text", False, getattr(value, "contextual_alt_text", "") or "")
        case BaseTypedTableBlock():
            yield from _texts_of_table(block, value, path)
        case BaseStreamBlock() | ListBlock() | BaseStructBlock():
            for child, child_value, name in _children(block, value):
                yield from _texts(child, child_value, f"{path}.{name}")
        case RichTextBlock():
            yield _Text(block, path, True, value.source)
        case RawHTMLBlock():
            yield _Text(block, path, True, str(value))
        case CharBlock() | TextBlock():
            yield _Text(block, path, False, str(value))


def _children(block: Block, value: Any) -> Iterator[tuple[Block, Any, str]]:
    if isinstance(block, BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield child, value.get(name), name
    else:
        for index, bound in enumerate(value.bound_blocks if isinstance(block, ListBlock) else value):
            yield bound.block, bound.value, f"{index}.value"


def _texts_of_table(block: Block, table: TypedTable, path: str) -> Iterator[_Text]:
    yield _Text(block, f"{path}.caption", False, table.caption or "")
    for index, column in enumerate(table.columns):
        yield _Text(block, f"{path}.columns.{index}.heading", False, column["heading"] or "")
    for row_index, row in enumerate(table.rows):
        for index, cell in enumerate(row):
            yield from _texts(cell.block, cell.value, f"{path}.rows.{row_index}.values.{index}")
