"""A text with other rich text in it: a copy, since what is stored never changes while it is shown."""

from collections.abc import Callable
from typing import Any

from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, RichTextBlock, StreamValue
from wagtail.blocks.list_block import ListValue
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock, TypedTable
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText


def changed(block: Block, value: Any, change: Callable[[str], str]) -> Any:
    """``value`` with ``change`` made to the HTML of every rich text, wherever it stands. No query of its own."""
    if not value:
        return value
    match block:
        case RichTextBlock():
            return RichText(change(value.source))
        case ImageBlock():
            return value
        case BaseTypedTableBlock():
            rows = [[changed(cell.block, cell.value, change) for cell in row] for row in value.rows]
            return TypedTable(value.columns, [{"values": row} for row in rows], value.caption)
        case BaseStreamBlock():
            children = [(child.block_type, changed(child.block, child.value, change), child.id) for child in value]
            return StreamValue(block, children)
        case ListBlock():
            items = [(item.block, changed(item.block, item.value, change), item.id) for item in value.bound_blocks]
            return ListValue(block, bound_blocks=[ListValue.ListChild(kind, new, id=id_) for kind, new, id_ in items])
        case BaseStructBlock():
            items = [(name, changed(block.child_blocks[name], inner, change)) for name, inner in value.items()]
            return block.meta.value_class(block, items)
    return value
