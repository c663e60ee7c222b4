"""Why a page was found: the stretch of its text with most of what was asked for, marked.

Words that were typed are marked wherever they stand; a synonym of several words only where it stands whole.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.search.folding import Word, words
from articles.search.synonyms import Stems

WINDOW = 34  # words
LEAD = 6  # words before the first that matches


def mark_words(text: str, phrases: Iterable[Stems], language: str) -> SafeString:
    """``text``, escaped, with the words of each of ``phrases`` in ``<mark>``."""
    found = list(words(text, language))
    places = _places([word.stem for word in found], phrases)
    return _marked(text, [found[place] for place in places])


def snippet(text: str, phrases: Iterable[Stems], language: str) -> SafeString:
    """About two lines of ``text`` around its best stretch, escaped, with the words of ``phrases`` in ``<mark>``."""
    found = list(words(text, language))
    if not found:
        return SafeString("")
    stems = [word.stem for word in found]
    places = _places(stems, phrases)
    start = _best_start(stems, places)
    end = min(start + WINDOW, len(found))
    first = found[start].start if start else 0
    last = found[end - 1].end if end < len(found) else len(text)
    inside = [found[place] for place in places if start <= place < end]
    shown = _marked(
        text[first:last], [word._replace(start=word.start - first, end=word.end - first) for word in inside]
    )
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(found) else "")


def _places(stems: Sequence[str], phrases: Iterable[Stems]) -> list[int]:
    """Where words of a phrase stand that stands whole."""
    by_first: dict[str, list[Stems]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    places: set[int] = set()
    for start, stem in enumerate(stems):
        for phrase in by_first.get(stem, ()):
            if tuple(stems[start : start + len(phrase)]) == phrase:
                places.update(range(start, start + len(phrase)))
    return sorted(places)


def _best_start(stems: Sequence[str], places: Sequence[int]) -> int:
    """Where the window with the most different matches, and then the most matches, begins."""
    best, best_value = 0, (0, 0)
    for number, place in enumerate(places):
        inside = places[number : bisect_left(places, place + WINDOW - LEAD)]
        value = (len({stems[other] for other in inside}), len(inside))
        if value > best_value:
            best, best_value = max(0, place - LEAD), value
    return best


def _marked(text: str, matches: Iterable[Word]) -> SafeString:
    pieces, position = [], 0
    for word in matches:
        pieces.append(conditional_escape(text[position : word.start]))
        pieces.append(format_html("<mark>{}</mark>", text[word.start : word.end]))
        position = word.end
    pieces.append(conditional_escape(text[position:]))
    return mark_safe("".join(pieces))  # noqa: S308  (every piece was escaped above)
