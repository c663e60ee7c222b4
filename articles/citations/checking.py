"""What is wrong with the citations of a text: for the editor's form, which names each problem with its block.

Plain values in, plain values out: texts, the keys of the library, the rows of an article's sources.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from html import unescape
from typing import NamedTuple

from articles.blocks.pieces import TextPiece
from articles.citations.runs import runs
from articles.citations.tokens import Found, find_tokens, is_imported_number
from portal.markup import Kind, split


class ProblemKind(StrEnum):
    """What is wrong with a token."""

    UNKNOWN = "unknown"  # the library has no such key
    MALFORMED = "malformed"  # it breaks the grammar, or stands where no citation can
    SPLIT = "split"  # formatting cuts it in two


class TokenProblem(NamedTuple):
    """A problem, and the words to show: the key that is unknown, otherwise the token as it stands in the text."""

    kind: ProblemKind
    token: str


class ListedSource(NamedTuple):
    """A row of an article's sources: a number of the imported text or nothing, and a reference's key or nothing."""

    imported_number: str
    key: str


class _Token(NamedTuple):
    found: Found
    is_split: bool
    is_in_tag: bool


def check_text(text: str, *, is_html: bool, known_keys: Collection[str]) -> list[TokenProblem]:
    """The problems in one text, in order. Numbers of an imported text are none: see ``dangling_numbers``."""
    problems = []
    for found, is_split, is_in_tag in _tokens(text, is_html=is_html):
        if is_split:
            problems.append(TokenProblem(ProblemKind.SPLIT, found.words))
        elif is_in_tag or not found.keys:
            problems.append(TokenProblem(ProblemKind.MALFORMED, found.words))
        else:
            unknown = [key for key in found.keys if not is_imported_number(key) and key not in known_keys]
            problems += [TokenProblem(ProblemKind.UNKNOWN, key) for key in unknown]
    return problems


def cited_keys(pieces: Iterable[TextPiece]) -> Counter[str]:
    """How often each key is cited in ``pieces``, whether the library knows it or not; broken tokens cite nothing."""
    tokens = (token for piece in pieces for token in _tokens(piece.text, is_html=piece.is_html))
    return Counter(key for token in tokens if not token.is_split and not token.is_in_tag for key in token.found.keys)


def dangling_numbers(cited: Counter[str], sources: Iterable[ListedSource]) -> dict[str, int]:
    """The numbers of the imported text that no reference is tied to, in order, and how often each is cited."""
    tied = {source.imported_number for source in sources if source.key}
    numbers = [key for key in cited if is_imported_number(key) and key not in tied]
    return {number: cited[number] for number in sorted(numbers, key=int)}


def never_cited(cited: Counter[str], sources: Iterable[ListedSource]) -> list[ListedSource]:
    """The sources with a reference that the text cites neither by its key nor by its number."""
    return [source for source in sources if source.key and not {source.key, source.imported_number} & set(cited)]


def _tokens(text: str, *, is_html: bool) -> Iterator[_Token]:
    if not is_html:
        yield from (_Token(found, False, False) for found in find_tokens(text))
        return
    nodes = split(text)
    for run in runs(nodes):
        for found in find_tokens(run.text):
            is_split = run.place(found.start)[0] != run.place(found.end - 1)[0]
            yield _Token(found, is_split, False)
    for node in nodes:
        if node.kind is not Kind.TEXT:
            yield from (_Token(found, False, True) for found in find_tokens(unescape(node.html)))
