"""Phrases that mean the same: what staff entered as synonyms, and the names of each topic.

Phrases are matched whole, by the stems of their words, the longest first. Nothing is cached: a change holds from the
next search on.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from articles.models import SynonymGroup, TopicName, TopicPage
from articles.search.folding import Word, is_stop_word, key_of, stems, words

LONGEST_PHRASE = 8  # words
MOST_ALTERNATIVES = 12  # for one phrase

Stems = tuple[str, ...]


class Phrase(NamedTuple):
    """A phrase as written, all its stems in order, and those by which it is told."""

    written: str
    stems: Stems
    key: Stems


class Part(NamedTuple):
    """A part of a query: the words that were typed, and what means the same."""

    words: tuple[Word, ...]
    alternatives: tuple[Phrase, ...] = ()

    @property
    def stems(self) -> Stems:
        """The stems of what was typed."""
        return tuple(word.stem for word in self.words)


class Synonyms:
    """Groups of phrases that mean the same, in one language."""

    def __init__(self, groups: Iterable[Sequence[str]], language: str):
        self.language = language
        self._groups: dict[Stems, list[tuple[Phrase, ...]]] = defaultdict(list)
        for group in groups:
            phrases = tuple(Phrase(name, tuple(stems(name, language)), key_of(name, language)) for name in group)
            phrases = tuple(phrase for phrase in phrases if 0 < len(phrase.key) <= LONGEST_PHRASE)
            for phrase in phrases:
                self._groups[phrase.key].append(phrases)

    def words(self) -> list[Word]:
        """Every word of every phrase: spelt rightly, even where no page has it."""
        phrases = {phrase for groups in self._groups.values() for group in groups for phrase in group}
        return [word for phrase in phrases for word in words(phrase.written, self.language)]

    def parts(self, asked: Sequence[Word]) -> list[Part]:
        """``asked`` cut into phrases that have synonyms, with these, and the single words between them."""
        parts, position = [], 0
        while position < len(asked):
            part = self._longest_phrase(asked[position : position + LONGEST_PHRASE])
            parts.append(part)
            position += len(part.words)
        return parts

    def _longest_phrase(self, asked: Sequence[Word]) -> Part:
        for length in range(len(asked), 0, -1):
            phrase = tuple(asked[:length])
            alternatives = self._alternatives(tuple(word.stem for word in phrase))
            if alternatives and not self._is_common_word(phrase):
                return Part(phrase, alternatives)
        return Part((asked[0],))

    def _alternatives(self, typed: Stems) -> tuple[Phrase, ...]:
        same = {phrase.key: phrase for group in self._groups.get(typed, ()) for phrase in group if phrase.key != typed}
        return tuple(same.values())[:MOST_ALTERNATIVES]

    def _is_common_word(self, phrase: tuple[Word, ...]) -> bool:
        """Short forms such as ALL are everyday words, too: they count as short forms in capitals only."""
        return len(phrase) == 1 and is_stop_word(phrase[0], self.language) and not phrase[0].written.isupper()


def load_synonyms(topics: Iterable[TopicPage], language: str) -> Synonyms:
    """The synonyms of a community with these ``topics``. Two queries."""
    names = {topic.pk: [topic.title] for topic in topics}
    for topic, name in TopicName.objects.filter(topic__in=names).values_list("topic", "name"):
        names[topic].append(name)
    groups = [group.as_list for group in SynonymGroup.objects.order_by("pk")]
    return Synonyms([*groups, *names.values()], language)
