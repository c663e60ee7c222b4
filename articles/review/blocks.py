"""The body of an article as it is reviewed: what each block holds, without ids, in the order of the text.

Stored values are walked by the kind of their block and brought to one form first (a list may be stored in two ways, a
value may be missing where it has its default), so that what reads the same is the same. Fails closed: a kind of block
that is not named here is an error, not an omission.
"""

import json
from functools import lru_cache
from typing import Any, NamedTuple

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise
from django.utils.translation import override
from wagtail import blocks
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, RichTextBlock, StreamValue
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.images.blocks import ImageBlock

from articles.blocks.related import ArticleChooserBlock
from articles.blocks.sign_up import PurposesBlock
from articles.citations.tokens import find_tokens, is_imported_number
from articles.review.errors import NotReviewableError
from articles.review.rich_text import SPACES, paragraphs

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
EMPTY: tuple[Any, ...] = (None, "", [], {}, ())


class BodyContent(NamedTuple):
    """A body as it is reviewed, the keys that its text cites, the pictures that it shows, and the body as it is stored.
    Read only.
    """

    blocks: list[dict[str, Any]]
    keys: frozenset[str]
    pictures: frozenset[int]
    numbers: frozenset[str]  # of the imported text, among the keys
    stored: str


def body_content(body: StreamValue) -> BodyContent:
    """What is reviewed of ``body``. No query. Raises ``NotReviewableError``."""
    try:
        with override(None):  # a default may be worded in the language of whoever asks
            stored = body.stream_block.get_prep_value(body)
            return _content(json.dumps(stored, cls=DjangoJSONEncoder, sort_keys=True))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise NotReviewableError("the text is not stored as its blocks expect it") from error


@lru_cache(maxsize=256)
def _content(stored: str) -> BodyContent:
    """Remembered by the stored text itself: the same text has the same content, whichever page it is on."""
    stream_block = apps.get_model("articles", "ArticlePage")._meta.get_field("body").stream_block
    walk = _Walk()
    found = walk.stream(stream_block, json.loads(stored))
    numbers = frozenset(filter(is_imported_number, walk.keys))
    return BodyContent(found, frozenset(walk.keys), frozenset(walk.pictures), numbers, stored)


class _Walk:
    """One walk through a body; collects what it names outside of itself."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.pictures: set[int] = set()

    def content(self, block: Block, stored: Any) -> Any:
        match block:
            case ImageBlock():
                return self.picture(stored)
            case BaseTypedTableBlock():
                return self.table(block, _expected(dict, stored))
            case BaseStreamBlock():
                return self.stream(block, _expected(list, stored))
            case ListBlock():
                return self.items(block, _expected(list, stored))
            case BaseStructBlock():
                return self.struct(block, _expected(dict, stored))
        if stored in EMPTY or stored is False:  # a box that is not ticked says nothing
            return None
        return self.value(block, stored)

    def value(self, block: Block, stored: Any) -> Any:
        if isinstance(block, SCALARS):
            return self.scalar(block, stored)
        if isinstance(block, ArticleChooserBlock):
            return {"article": stored}
        if isinstance(block, PurposesBlock):
            return None  # which newsletters a box offers is no statement about health
        if not isinstance(block, RichTextBlock):
            raise NotReviewableError(f"{type(block).__name__} does not say what is to be reviewed of it")
        found = list(paragraphs(str(stored)))
        for paragraph in found:
            for run in paragraph["text"]:  # as browsers read it: entities are characters
                self.cite(run[0])
        return found or None  # an empty paragraph is stored where an empty field was saved

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
                if value not in EMPTY or isinstance(block.child_blocks[kind], BaseStructBlock):  # may have a heading
                    found.append({"type": kind, "value": value})
        return found

    def struct(self, block: BaseStructBlock, stored: dict) -> dict:
        found = {}
        for name, child in block.child_blocks.items():
            value = stored[name] if name in stored else child.get_prep_value(child.get_default())
            content = self.content(child, value)
            if content not in EMPTY:
                found[name] = content
        return found

    def table(self, block: BaseTypedTableBlock, stored: dict) -> dict | None:
        columns = stored.get("columns") or []
        if not columns and not stored.get("caption"):
            return None
        kinds = [block.child_blocks[column["type"]] for column in columns]
        return {
            "caption": self.text(stored.get("caption") or ""),
            "columns": [{"type": c["type"], "heading": self.text(c.get("heading") or "")} for c in columns],
            "rows": [
                [self.content(kind, value) for kind, value in zip(kinds, row["values"], strict=False)]
                for row in stored.get("rows") or []
            ],
        }

    def picture(self, stored: Any) -> dict:
        """What is said of a picture. One that is gone was shown once: the text is not what it was."""
        if not isinstance(stored, dict) or not stored.get("image"):
            raise NotReviewableError("a picture is missing")
        self.pictures.add(int(stored["image"]))
        is_decorative = bool(stored.get("decorative"))
        text = "" if is_decorative else self.text(stored.get("alt_text") or "")
        return {"picture": int(stored["image"]), "decorative": is_decorative, "alternative": text}

    def scalar(self, block: Block, stored: Any) -> Any:
        if isinstance(block, blocks.DecimalBlock):  # stored as a text or as a number
            return str(block.to_python(stored))
        return self.text(str(stored)) if isinstance(stored, (str, Promise)) else stored

    def text(self, stored: str) -> str:
        self.cite(stored)
        return SPACES.sub(" ", stored).strip(" ")

    def cite(self, text: str) -> None:
        if "[" in text:
            for found in find_tokens(text):
                self.keys.update(found.keys)


def _expected(kind: type, stored: Any) -> Any:
    """``stored`` if it is of this kind; an empty one of the kind for nothing. Raises ``TypeError``."""
    if stored in EMPTY:
        return kind()
    if not isinstance(stored, kind):
        raise TypeError(f"{kind.__name__} expected")
    return stored
