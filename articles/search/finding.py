"""From what a reader typed to what they see: the whole search, one step after the other.

Read the words; add synonyms; ask the index; if nothing was found, forgive one typo in each word that no page has; if
still nothing, look for pages with some of the words. Rank, count, filter, and cut a page out of the result.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wagtail.search.query import And, Or, Phrase, PlainText, SearchQuery

from articles.models import SearchEntry, TopicPage
from articles.search.folding import Word, is_stop_word, words
from articles.search.matching import chosen
from articles.search.ranking import Light, counts_of, rank
from articles.search.scope import Scope
from articles.search.spelling import corrections
from articles.search.synonyms import Part, Stems, Synonyms, load_synonyms

LONGEST_QUERY = 200  # characters
MOST_WORDS = 12
MOST_FOUND = 1000  # entries that are ranked; more help nobody


@dataclass(frozen=True)
class Correction:
    """A query with its typos mended: "myeloma" instead of "mieloma"."""

    shown: str
    typed: str


@dataclass(frozen=True)
class Found:
    """Everything that a query found, best first, before filters."""

    typed: str
    entries: list[Light] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    correction: Correction | None = None
    is_partial: bool = False
    was_shortened: bool = False

    @property
    def also_searched(self) -> list[str]:
        """The synonyms that were searched for, as written."""
        return list(dict.fromkeys(phrase.written for part in self.parts for phrase in part.alternatives))

    @property
    def marked(self) -> frozenset[Stems]:
        """What to mark in what was found: each word that was typed, and each synonym whole."""
        typed = {(word.stem,) for part in self.parts for word in part.words}
        return frozenset(typed | {phrase.stems for part in self.parts for phrase in part.alternatives})


def find(scope: Scope, typed: str, topics: Sequence[TopicPage], *, exactly: bool = False) -> Found:
    """What ``typed`` finds within ``scope``. ``exactly`` forgives no typo."""
    asked, was_shortened = read_words(typed, scope.language)
    result = Found(typed, was_shortened=was_shortened)
    if not asked:
        return result
    synonyms = load_synonyms(topics, scope.language)
    result = _ask(result, scope, synonyms, asked)
    if result.entries or exactly:
        return result
    corrected = _forgive(result, scope, synonyms, asked)
    if corrected and corrected.entries:
        return corrected
    return _ask(result, scope, synonyms, asked, partly=True) if len(result.parts) > 1 else result


def read_words(typed: str, language: str) -> tuple[list[Word], bool]:
    """The words of a query that say something, and whether it was too long to be read whole."""
    found = list(words(typed[:LONGEST_QUERY], language))
    in_capitals = {word for word in found if word.written.isupper() and not typed.isupper()}
    kept = [word for word in found if word in in_capitals or not is_stop_word(word, language)] or found
    return kept[:MOST_WORDS], len(typed) > LONGEST_QUERY or len(kept) > MOST_WORDS


def _ask(result: Found, scope: Scope, synonyms: Synonyms, asked: list[Word], *, partly: bool = False) -> Found:
    parts = synonyms.parts(asked)
    query = (Or if partly else And)([_query(part) for part in parts])
    numbers = chosen(query, parts, scope.of_entries, MOST_FOUND)
    # Words are counted in those that are ranked alone: counting is what takes long.
    counts = counts_of(parts)
    rows = SearchEntry.objects.filter(pk__in=numbers).annotate(**counts)
    found = rows.values_list("pk", "kind", "names", "length", "page_id", "page__path", "term_id", *counts)
    hits = rank((Light._make((*row[:7], row[7:])) for row in found), parts)
    return replace(result, entries=hits, parts=parts, is_partial=partly)


def _query(part: Part) -> SearchQuery:
    typed = And([PlainText(word.stem) for word in part.words])
    return Or([typed, *(Phrase(" ".join(phrase.stems)) for phrase in part.alternatives)])


def _forgive(result: Found, scope: Scope, synonyms: Synonyms, asked: list[Word]) -> Found | None:
    mended = corrections(asked, scope.entries(), synonyms.words())
    if not mended:
        return None
    shown = " ".join(mended.get(word.folded, word.written) for word in asked)
    corrected = replace(result, correction=Correction(shown, " ".join(word.written for word in asked)))
    return _ask(corrected, scope, synonyms, list(words(shown, synonyms.language)))
