"""Superscript numbers, and the places to which the list of references leads back.

Numbers at one place are sorted; three or more in a row are drawn together (``1–3``), two stay ``1,2``. A number hidden
in the middle of a row leads back to the row's first link.
"""

from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from django.utils.translation import gettext as _

from articles.citations.numbering import Numbering
from articles.citations.placing import Citation
from articles.citations.tokens import without_brackets

_SHORTEST_ROW = 3
_LINKED = '<sup class="citation">'
_BARE = "<sup>"


@dataclass
class Superscripts:
    """Writes the citations of one page, in order, and remembers the id of each place. Used for one rendering."""

    numbering: Numbering
    is_preview: bool = False
    places: dict[int, list[str]] = field(default_factory=dict)

    def write(self, citation: Citation) -> str:
        """The HTML of one citation: nothing if no number stands there. In previews, broken and unknown ones show."""
        by_key = self.numbering.by_key
        numbers = sorted({by_key[key] for key in citation.keys if key in by_key})
        html = self._numbers(numbers) if numbers else ""
        return html + self._problems(citation) if self.is_preview else html

    def _problems(self, citation: Citation) -> str:
        unknown = [key for key in citation.keys if key not in self.numbering.by_key]
        problems = [_("no reference has the key %(key)s") % {"key": key} for key in unknown]
        problems += [_("broken citation: %(words)s") % {"words": without_brackets(words)} for words in citation.broken]
        return "".join(f'<mark class="citation-problem">{escape(words)}</mark>' for words in problems)

    def _numbers(self, numbers: list[int]) -> str:
        parts = []
        for row in _rows(numbers, self.numbering):
            if len(row) < _SHORTEST_ROW:
                parts += [self._number(number) for number in row]
            else:
                parts.append(self._row(row))
        is_linked = any(number in self.numbering.references for number in numbers)
        return f"{_LINKED if is_linked else _BARE}{','.join(parts)}</sup>"

    def _number(self, number: int) -> str:
        label = _("reference %(number)d of %(total)d") % {"number": number, "total": self.numbering.highest}
        return self._link(number, label)

    def _row(self, row: list[int]) -> str:
        first, last = row[0], row[-1]
        total = self.numbering.highest
        label = _("references %(first)d to %(last)d of %(total)d") % {"first": first, "last": last, "total": total}
        opening = self._link(first, label)
        if first in self.numbering.references:
            for hidden in row[1:-1]:
                self.places.setdefault(hidden, []).append(self.places[first][-1])
        return f"{opening}–{self._number(last)}"

    def _link(self, number: int, label: str) -> str:
        if number not in self.numbering.references:
            return str(number)
        places = self.places.setdefault(number, [])
        place = f"cite-{number}-{len(places) + 1}"
        places.append(place)
        return f'<a href="#{reference_anchor(number)}" id="{place}" aria-label="{escape(label)}">{number}</a>'


def reference_anchor(number: int) -> str:
    """The id of a reference in the list."""
    return f"ref-{number}"


def _rows(numbers: list[int], numbering: Numbering) -> list[list[int]]:
    """``numbers`` in rows of consecutive ones; linked numbers and mere ones never stand in one row."""
    ranked = enumerate(numbers)
    rows = groupby(ranked, key=lambda pair: (pair[1] - pair[0], pair[1] in numbering.references))
    return [[number for _rank, number in row] for _key, row in rows]
