"""Finds glossary terms in a text: whole words, the longest form first, small or capital letters alike.

A form in capitals throughout (``MI``) is a short form and matches only in capitals. A hyphen belongs to the word:
``remission`` is not found in ``remission-free``. Scripts that write without spaces are not searched. Looking costs
one look-up a word, however many terms there are.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import NamedTuple

from articles.models.glossary import forms_of

# Letters and digits with the marks that stand on them (Latin, Hebrew, Arabic and Indic ones), which \w leaves out.
_WORD = r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff]++"
_WORDS = re.compile(_WORD)
_PIECES = re.compile(rf"{_WORD}|\s++|.", re.DOTALL)
_SAME = {"‐": "-", "‑": "-", "’": "'", "ʼ": "'"}
_ENTITIES = frozenset({"amp", "lt", "gt"})


class Term(NamedTuple):
    """A glossary entry as it is stored."""

    term: str
    other_forms: str
    definition: str


class _Form(NamedTuple):
    pieces: tuple[str, ...]
    is_short_form: bool
    term: Term


class Use(NamedTuple):
    """A term at a place in a text."""

    start: int
    end: int
    term: Term


class TermIndex:
    """The forms of many terms by their first word. Never changes once it is made."""

    def __init__(self, terms: tuple[Term, ...]):
        self._forms: dict[str, list[_Form]] = {}
        seen: set[tuple[str, ...]] = set()
        for term in terms:
            for text in forms_of(term.term, term.other_forms):
                form = _form(text, term)
                if form and form.pieces not in seen:  # whoever comes first has the form
                    seen.add(form.pieces)
                    self._forms.setdefault(form.pieces[0].lower(), []).append(form)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len("".join(form.pieces)))

    def uses(self, text: str) -> Iterator[Use]:
        """Every place where a term stands in ``text`` (HTML text without tags), in order, never one in another."""
        end = 0
        for word in _WORDS.finditer(text):
            start = word.start()
            if start < end or (forms := self._forms.get(word[0].lower())) is None or _is_inside_word(text, start):
                continue
            for form in forms:
                if stop := _end_of(form, text, start):
                    yield Use(start, stop, form.term)
                    end = stop
                    break


@lru_cache(maxsize=16)
def term_index(terms: tuple[Term, ...]) -> TermIndex:
    """The index of ``terms``, remembered by their content: the same terms give the same index, whoever asks."""
    return TermIndex(terms)


def _form(text: str, term: Term) -> _Form | None:
    is_short_form = text != text.lower() and text == text.upper()
    pieces = _pieces(escape(text, quote=False) if is_short_form else escape(text, quote=False).lower())
    while pieces and not _WORDS.match(pieces[0]):
        pieces.pop(0)
    return _Form(tuple(pieces), is_short_form, term) if pieces else None


def _pieces(text: str) -> list[str]:
    return [_same(piece) for piece in _PIECES.findall(text.strip())]


def _same(piece: str) -> str:
    return " " if piece.isspace() else _SAME.get(piece, piece)


def _end_of(form: _Form, text: str, start: int) -> int | None:
    """Where ``form`` ends if it begins at ``start``, whole words only."""
    end = start
    for piece in form.pieces:
        found = _PIECES.match(text, end)
        if found is None or _same(found[0] if form.is_short_form else found[0].lower()) != piece:
            return None
        end = found.end()
    following = text[end : end + 2]
    is_cut = following[:1] and _SAME.get(following[0], following[0]) == "-" and _WORDS.match(following[1:])
    return None if is_cut else end


def _is_inside_word(text: str, start: int) -> bool:
    """Whether the word at ``start`` continues a hyphenated one, or is an entity's name."""
    before = text[max(start - 2, 0) : start]
    if before.endswith("&"):
        return text[start : text.find(";", start, start + 5)] in _ENTITIES
    return len(before) == 2 and _SAME.get(before[1], before[1]) == "-" and _WORDS.match(before) is not None  # noqa: PLR2004
