"""Problems of a text as errors of its form, each on the very block and field in which it is.

Wagtail nests errors as blocks are nested: a stream's by position, a structure's by name, a list's by position, a
table's by row and column. The path of a problem (``points.0.value``) says the way.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock, TypedTableBlockValidationError

from articles.publication.draft import Problem

HERE = ""  # in a tree of messages: those of the block itself


def stream_error(stream: BaseStreamBlock, value: Any, problems: Iterable[Problem]) -> StreamBlockValidationError:
    """One error for the form's field, with the messages of all ``problems`` where they belong."""
    tree: dict = {}
    for problem in problems:
        steps = problem.path.split(".") if problem.path else []
        if problem.block_position:
            steps = [str(problem.block_position - 1), "value", *steps]
        branch = tree
        for step in steps:
            branch = branch.setdefault(step, {})
        branch.setdefault(HERE, []).append(problem.message)
    return _error(stream, value, tree)


def _error(block: Block, value: Any, tree: dict) -> ValidationError:
    messages = tree.get(HERE, [])
    steps = {step: branch for step, branch in tree.items() if step != HERE}
    if isinstance(block, BaseStreamBlock):
        errors = {
            int(step): _error(value[int(step)].block, value[int(step)].value, _item(at)) for step, at in steps.items()
        }
        return StreamBlockValidationError(block_errors=errors, non_block_errors=messages)
    if isinstance(block, ListBlock):
        errors = {int(step): _error(block.child_block, value[int(step)], _item(at)) for step, at in steps.items()}
        return ListBlockValidationError(block_errors=errors, non_block_errors=messages)
    if isinstance(block, BaseTypedTableBlock):
        return _table_error(value, messages, steps)
    if isinstance(block, BaseStructBlock):
        errors = {name: _error(block.child_blocks[name], _member(value, name), at) for name, at in steps.items()}
        return StructBlockValidationError(block_errors=errors, non_block_errors=messages)
    return ValidationError([*messages, *_all_messages(steps)])


def _table_error(table: Any, messages: list[str], steps: dict) -> TypedTableBlockValidationError:
    """Cells show their own errors; those of the caption and of headings stand above the table."""
    cells: dict[int, dict[int, ValidationError]] = {}
    for row, branch in steps.get("rows", {}).items():
        for column, at in branch.get("values", {}).items():
            block = table.columns[int(column)]["block"]
            cells.setdefault(int(row), {})[int(column)] = _error(block, None, at)
    others = {name: branch for name, branch in steps.items() if name != "rows"}
    return TypedTableBlockValidationError(cell_errors=cells, non_block_errors=[*messages, *_all_messages(others)])


def _item(branch: dict) -> dict:
    """What hangs below the ``value`` of an item, with the messages of the item itself."""
    return {**branch.get("value", {}), **({HERE: branch[HERE]} if HERE in branch else {})}


def _member(value: Any, name: str) -> Any:
    """The value of a structure's member. Wagtail's pictures are structures with the picture itself as their value."""
    return value.get(name) if hasattr(value, "get") else value


def _all_messages(tree: dict) -> list[str]:
    found: list[str] = []
    for step, branch in tree.items():
        found += branch if step == HERE else _all_messages(branch)
    return found
