"""Why a page was found: the stretch of its text with most of the words that were asked for, these marked."""

from collections.abc import Iterable, Set
from itertools import islice

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.search.folding import Word, words

WINDOW = 34  # words
LEAD = 6  # words before the first that matches


def mark_words(text: str, stems: Set[str], language: str) -> SafeString:
    """``text``, escaped, with each word whose stem is among ``stems`` in ``<mark>``."""
    return _marked(text, [word for word in words(text, language) if word.stem in stems])


def snippet(text: str, stems: Set[str], language: str) -> SafeString:
    """About two lines of ``text`` around its best stretch, escaped, with matching words in ``<mark>``."""
    found = list(words(text, language))
    start = _best_start([word.stem for word in found], stems)
    shown = found[start : start + WINDOW]
    if not shown:
        return SafeString("")
    first = 0 if start == 0 else shown[0].start
    last = shown[-1].end if start + WINDOW < len(found) else len(text)
    offset = [word._replace(start=word.start - first, end=word.end - first) for word in shown if word.stem in stems]
    marked = _marked(text[first:last], offset)
    return format_html("{}{}{}", "… " if first else "", marked, " …" if last < len(text) else "")


def _best_start(text: list[str], stems: Set[str]) -> int:
    """Where the window with the most different matches, and then the most matches, begins."""
    places = [place for place, stem in enumerate(text) if stem in stems]
    best, best_value = 0, (0, 0)
    for number, place in enumerate(places):
        inside = [text[other] for other in islice(places, number, None) if other < place + WINDOW - LEAD]
        value = (len(set(inside)), len(inside))
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
