"""One typo in a word is forgiven: a letter too many, too few, wrong, or two of them swapped (F. Damerau 1964).

The vocabulary is the words of the pages that this reader may open, so that a suggestion always leads somewhere and
never gives a private word away. Short words and numbers are left alone: in "5 mg" nothing is a typo.
"""

from collections.abc import Iterable
from string import ascii_lowercase

from django.db.models import Count, Min, QuerySet

from articles.models import SearchEntry, SearchWord
from articles.search.folding import Word

SHORTEST = 4  # letters
LONGEST = 20
MOST_WORDS = 6  # in one query


def one_typo_away(word: str) -> set[str]:
    """Every string of plain letters that one typo turns into ``word``."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    dropped = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    replaced = {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    added = {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    return (dropped | swapped | replaced | added) - {word}


def corrections(
    words: Iterable[Word], entries: QuerySet[SearchEntry], further_words: Iterable[Word] = ()
) -> dict[str, str]:
    """For each misspelt word (folded) the likeliest word (as written): the one that most ``entries`` have.

    ``further_words`` are known beside those of the entries. Two queries, each on an index.
    """
    known = {word.folded: word.written.lower() for word in further_words}
    candidates = {word.folded for word in words if _may_be_misspelt(word)} - known.keys()
    unknown = sorted(candidates - _counts(candidates, entries).keys())[:MOST_WORDS]
    near = {word: one_typo_away(word) for word in unknown}
    counts = {word: (0, written) for word, written in known.items()}
    counts |= _counts(set().union(*near.values()), entries)
    chosen = {}
    for word, possible in near.items():
        ranked = [(counts[other][0], other[0] == word[0], other) for other in possible & counts.keys()]
        if ranked:
            chosen[word] = counts[max(ranked)[2]][1]
    return chosen


def _may_be_misspelt(word: Word) -> bool:
    return word.folded.isalpha() and SHORTEST <= len(word.folded) <= LONGEST


def _counts(folded: set[str], entries: QuerySet[SearchEntry]) -> dict[str, tuple[int, str]]:
    if not folded:
        return {}
    found = SearchWord.objects.filter(folded__in=folded, entry__in=entries.values("pk"))
    rows = found.values("folded").annotate(entries=Count("pk"), form=Min("written"))
    return {row["folded"]: (row["entries"], row["form"]) for row in rows}
