"""The body of an article as it is reviewed: what each block holds, without ids, in the order of the text.

Stored values are walked by the kind of their block and brought to one form first (a list may be stored in two ways, a
value may be missing where it has its default), so that what reads the same is the same. Fails closed: a kind of block
that is not named here is an error, not an omission.
"""

import json
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import translation
from django.utils.functional import Promise
from wagtail import blocks
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, RichTextBlock, StreamValue
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.images.blocks import ImageBlock

from articles.blocks.related import ArticleChooserBlock
from articles.citations.tokens import find_tokens
from articles.review.errors import NotReviewableError
from articles.review.rich_text import paragraphs

SCALARS = (
    blocks.CharBlock,
    blocks.TextBlock,
    blocks.ChoiceBlock,
    blocks.BooleanBlock,
    blocks.DecimalBlock,
    blocks.IntegerBlock,
    blocks.FloatBlock,
    blocks.DateBlock,
    blocks.DateTimeBlock,
    blocks.TimeBlock,
    blocks.URLBlock,
    blocks.EmailBlock,
)
EMPTY = (None, "", [], {}, ())


class BodyContent(NamedTuple):
    """A body as it is reviewed, the keys that its text cites and the pictures that it shows. Read only."""

    blocks: list[dict[str, Any]]
    keys: frozenset[str]
    pictures: frozenset[int]


def body_content(body: StreamValue) -> BodyContent:
    """What is reviewed of ``body``. No query. Raises ``NotReviewableError``."""
    stored = body.stream_block.get_prep_value(body)
    return _content(json.dumps(stored, cls=DjangoJSONEncoder, sort_keys=True))


@lru_cache(maxsize=512)
def _content(stored: str) -> BodyContent:
    """Remembered by the stored text itself: the same text has the same content, whichever page it is on."""
    stream_block = apps.get_model("articles", "ArticlePage")._meta.get_field("body").stream_block
    walk = _Walk()
    found = walk.content(stream_block, json.loads(stored, parse_float=Decimal))
    return BodyContent(found or [], frozenset(walk.keys), frozenset(walk.pictures))


def _default_of(block: Block) -> Any:
    """What stands where nothing is stored. Words of ours as the code has them: a digest is the same in every language."""
    value = block.get_prep_value(block.get_default())
    if isinstance(value, Promise):
        with translation.override(None):
            return str(value)
    return value


class _Walk:
    """One walk through a body; collects what it names outside of itself."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.pictures: set[int] = set()

    def content(self, block: Block, stored: Any) -> Any:
        if stored in EMPTY or stored is False:  # a box that is not ticked says nothing
            return None
        if isinstance(block, SCALARS):
            return self.scalar(stored)
        match block:
            case ImageBlock():
                return self.picture(stored)
            case BaseTypedTableBlock():
                return self.table(block, stored)
            case BaseStreamBlock():
                return self.stream(block, stored)
            case ListBlock():
                return self.items(block, stored)
            case BaseStructBlock():
                return self.struct(block, stored)
            case RichTextBlock():
                self.cite(str(stored))
                return list(paragraphs(str(stored)))
            case ArticleChooserBlock():
                return {"article": stored}
        raise NotReviewableError(f"{type(block).__name__} does not say what is to be reviewed of it")

    def items(self, block: ListBlock, stored: list) -> list:
        items = (item["value"] if block._item_is_in_block_format(item) else item for item in stored)
        found = (self.content(block.child_block, item) for item in items)
        return [item for item in found if item not in EMPTY]

    def stream(self, block: BaseStreamBlock, stored: list[dict]) -> list[dict]:
        found = []
        for child in stored:
            kind = child["type"]
            if kind in block.child_blocks:  # others are never rendered
                value = self.content(block.child_blocks[kind], child["value"])
                if value not in EMPTY:
                    found.append({"type": kind, "value": value})
        return found

    def struct(self, block: BaseStructBlock, stored: dict) -> dict:
        found = {}
        for name, child in block.child_blocks.items():
            value = stored[name] if name in stored else _default_of(child)
            content = self.content(child, value)
            if content not in EMPTY:
                found[name] = content
        return found

    def table(self, block: BaseTypedTableBlock, stored: dict) -> dict:
        columns = stored.get("columns") or []
        kinds = [block.child_blocks.get(column["type"]) for column in columns]
        return {
            "caption": self.scalar(stored.get("caption") or ""),
            "columns": [{"type": c["type"], "heading": self.scalar(c.get("heading") or "")} for c in columns],
            "rows": [
                [self.content(kind, value) if kind else None for kind, value in zip(kinds, row["values"], strict=False)]
                for row in stored.get("rows") or []
            ],
        }

    def picture(self, stored: Any) -> dict | None:
        stored = stored if isinstance(stored, dict) else {"image": stored}
        if not stored.get("image"):
            return None
        self.pictures.add(int(stored["image"]))
        is_decorative = bool(stored.get("decorative"))
        text = "" if is_decorative else self.scalar(stored.get("alt_text") or "")
        return {"picture": int(stored["image"]), "decorative": is_decorative, "alternative": text}

    def scalar(self, stored: Any) -> Any:
        if not isinstance(stored, str):
            return str(stored) if isinstance(stored, Decimal) else stored
        self.cite(stored)
        return " ".join(
            word for word in stored.replace("\t", " ").replace("\n", " ").replace("\r", " ").split(" ") if word
        )

    def cite(self, text: str) -> None:
        for found in find_tokens(text):
            self.keys.update(found.keys)
