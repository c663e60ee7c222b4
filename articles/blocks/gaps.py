"""What a block asks for and nobody has filled in. A draft may hold such blocks: the editor's form asks later.

Pictures have a check of their own. What is chosen from elsewhere is not asked for: it may be gone since, and readers
see the text without it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.blocks import BaseStructBlock, Block, ChooserBlock, FieldBlock, ListBlock, RichTextBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.images.blocks import ImageBlock

from portal.markup import plain_lines


def gaps(block: Block, value: Any) -> Iterator[str]:
    """The label of every part of ``value`` that must not be empty and is. No query."""
    if _is_empty(block, value):
        yield str(block.label)
    for child, inner in _inside(block, value):
        yield from gaps(child, inner)


def _is_empty(block: Block, value: Any) -> bool:
    match block:
        case ChooserBlock():
            return False
        case BaseTypedTableBlock():
            return not (value and value.columns and value.rows)
        case ListBlock():
            return len(value) < (block.meta.min_num or 0)
        case RichTextBlock():
            return block.required and not plain_lines(value.source)
        case FieldBlock():
            return block.required and not str("" if value is None else value).strip()
    return False


def _inside(block: Block, value: Any) -> Iterable[tuple[Block, Any]]:
    match block:
        case ImageBlock():
            return []
        case ListBlock():
            return [(item.block, item.value) for item in value.bound_blocks]
        case BaseStructBlock():
            return [(child, value.get(name)) for name, child in block.child_blocks.items()]
    return []
