"""The glossary page's terms and their places on it: for the page itself, for search, and for machines."""

from typing import NamedTuple

from wagtail.models import Page

from articles.rendering.anchors import Anchors
from articles.rendering.terms import terms_for
from portal.text import lines


class GlossaryEntry(NamedTuple):
    """A term on the glossary page: its place there, its other forms, and what it means."""

    anchor: str
    term: str
    further_forms: list[str]
    definition: str


def glossary_entries(page: Page) -> list[GlossaryEntry]:
    """The terms that apply to ``page``. A term that is explained twice stands once. One query."""
    first = {}
    for term in terms_for(page):
        first.setdefault(term.term.casefold(), term)
    anchors = Anchors()
    return [
        GlossaryEntry(anchors.claim(term.term), term.term, lines(term.other_forms), term.definition)
        for term in first.values()
    ]
