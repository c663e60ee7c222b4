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
from unicodedata import normalize

from articles.models.glossary import forms_of

# Letters and digits with the marks that stand on them (Latin, Hebrew, Arabic and Indic ones), which \w leaves out.
_WORDS = re.compile(r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff]++")
_SAME = str.maketrans({"‐": "-", "‑": "-", "’": "'", "ʼ": "'"} | dict.fromkeys("\t\n\r\f\u00a0\u202f", " "))
_ENTITIES = frozenset({"amp", "lt", "gt"})


class Term(NamedTuple):
    """A glossary entry as it is stored."""

    term: str
    other_forms: str
    definition: str


class _Form(NamedTuple):
    words: str
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
        seen: set[str] = set()
        for term in terms:
            for text in forms_of(term.term, term.other_forms):
                form = _form(text, term)
                first = _WORDS.match(form.words)
                if first and form.words not in seen:  # whoever comes first has the form
                    seen.add(form.words)
                    self._forms.setdefault(first[0].lower(), []).append(form)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form.words))

    def uses(self, text: str) -> Iterator[Use]:
        """Every place where a term stands in ``text`` (HTML text without tags), in order, never one in another."""
        folded = text.translate(_SAME)
        small = _small(folded)
        end = 0
        for word in _WORDS.finditer(small) if self._forms else ():
            forms = self._forms.get(word[0])
            if forms is None:
                continue
            start = word.start()
            if start < end or _is_inside_word(small, start):
                continue
            for form in forms:
                stop = start + len(form.words)
                in_text = folded if form.is_short_form else small
                if in_text.startswith(form.words, start) and not _goes_on(small, stop):
                    yield Use(start, stop, form.term)
                    end = stop
                    break


@lru_cache(maxsize=16)
def term_index(terms: tuple[Term, ...]) -> TermIndex:
    """The index of ``terms``, remembered by their content: the same terms give the same index, whoever asks."""
    return TermIndex(terms)


def _form(text: str, term: Term) -> _Form:
    """A form as it is compared: as HTML text, one space between words, from its first letter or digit on."""
    folded = escape(" ".join(normalize("NFC", text).translate(_SAME).split()), quote=False)
    is_short_form = text != text.lower() and text == text.upper()
    first = _WORDS.search(folded)
    words = folded[first.start() :] if first else ""
    return _Form(words if is_short_form else _small(words), is_short_form, term)


def _small(text: str) -> str:
    """``text`` in small letters, each character in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_inside_word(text: str, start: int) -> bool:
    """Whether the word at ``start`` continues a hyphenated one, or is an entity's name."""
    before = text[max(start - 2, 0) : start]
    if before.endswith("&"):
        return text[start : text.find(";", start, start + 5)] in _ENTITIES
    return before.endswith("-") and _WORDS.match(before) is not None


def _goes_on(text: str, end: int) -> bool:
    """Whether the word goes on at ``end``: with a letter, or with a hyphen and a letter."""
    if _WORDS.match(text, end):
        return _WORDS.match(text, end - 1) is not None
    return text.startswith("-", end) and _WORDS.match(text, end + 1) is not None
