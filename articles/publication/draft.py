"""A text on its way to the public, as the checks read it: each fact is worked out once, with at most one query."""

from collections import Counter
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps

from articles.blocks.pieces import TextPiece, text_pieces
from articles.blocks.plain import plain_piece
from articles.citations.checking import ListedSource, cited_keys
from articles.citations.tokens import is_imported_number

if TYPE_CHECKING:
    from articles.models import ArticlePage


class Severity(StrEnum):
    """What a problem does: it keeps the text from the public, or it gives advice."""

    BLOCKS = "blocks"
    ADVISES = "advises"


class Problem(NamedTuple):
    """Something that an editor should mend, and where: a block of the text, or a field of the form."""

    severity: Severity
    code: str
    message: str
    block_label: str = ""
    block_position: int = 0  # from 1; 0 when it is no block's
    block_id: str = ""
    path: str = ""  # inside the block's value, as in TextPiece; of the sources: the number
    field: str = "body"

    @property
    def blocks(self) -> bool:
        """Whether the article must not go live with it."""
        return self.severity is Severity.BLOCKS


class Draft:
    """An article and what the checks ask of it."""

    def __init__(self, page: "ArticlePage"):
        self.page = page

    @cached_property
    def pieces(self) -> list[TextPiece]:
        """Every text of the body."""
        return list(text_pieces(self.page.body))

    @cached_property
    def cited(self) -> Counter[str]:
        """How often each key is cited where citations may stand."""
        return cited_keys(piece for piece in self.pieces if piece.allows_citations)

    @cached_property
    def rows(self) -> list:
        """The rows of the article's sources, in their order."""
        return list(self.page.sources.all())

    @cached_property
    def sources(self) -> list[ListedSource]:
        """The rows of the article's sources as plain values."""
        return [ListedSource(row.imported_number, self._key_of(row.reference_id)) for row in self.rows]

    @cached_property
    def known_keys(self) -> set[str]:
        """Those of the cited keys that the library has."""
        return set(self._cited_by_key)

    @cached_property
    def fallen(self) -> dict[str, Any]:
        """Those of the cited references that do not stand any more, by the key or number that cites them."""
        tied = {row.imported_number: self._listed.get(row.reference_id) for row in self.rows if row.imported_number}
        found = {cited: self._cited_by_key.get(cited) or tied.get(cited) for cited in self.cited}
        return {cited: reference for cited, reference in found.items() if reference and not reference.stands}

    @cached_property
    def lines(self) -> list[tuple[TextPiece, list[str]]]:
        """The text without markup and tokens, line by line, with the piece that each group of lines comes from."""
        return [(piece, plain_piece(piece.text, is_html=piece.is_html)) for piece in self.pieces]

    @cached_property
    def _cited_by_key(self) -> dict[str, Any]:
        keys = [key for key in self.cited if not is_imported_number(key)]
        return {found.key: found for found in self._library.filter(key__in=keys)} if keys else {}

    @cached_property
    def _listed(self) -> dict[int, Any]:
        ids = [row.reference_id for row in self.rows if row.reference_id]
        return {found.pk: found for found in self._library.filter(pk__in=ids)} if ids else {}

    def _key_of(self, reference_id: int | None) -> str:
        reference = self._listed.get(reference_id or 0)
        return reference.key if reference else ""

    @property
    def _library(self):
        return apps.get_model("articles", "Reference").objects.order_by()


def at(piece: TextPiece) -> dict:
    """Where ``piece`` stands, as a problem says it."""
    return {
        "block_label": piece.block_label,
        "block_position": piece.position,
        "block_id": piece.block_id,
        "path": piece.path,
    }


def at_block(position: int, child) -> dict:
    """Where the block ``child`` of the body stands, as a problem says it."""
    return {"block_label": str(child.block.label), "block_position": position, "block_id": child.id or ""}
