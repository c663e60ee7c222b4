"""Numbers of an imported text in the form: each has a row to be tied to a reference, once for all its places."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.citations.tokens import find_tokens, is_imported_number, strip_tokens
from articles.publication.draft import Draft
from portal.markup import plain_lines

if TYPE_CHECKING:
    from articles.models import ArticlePage

WORDS_AROUND = 6


def add_missing_rows(page: "ArticlePage") -> None:
    """Gives every number in the text of ``page`` a row in its sources, in memory."""
    draft = Draft(page)
    listed = {row.imported_number for row in draft.rows}
    missing = sorted((key for key in draft.cited if is_imported_number(key) and key not in listed), key=int)
    if missing:
        source = apps.get_model("articles", "ArticleSource")
        page.sources.add(*(source(imported_number=number) for number in missing))


def describe_places(draft: Draft, number: str) -> str:
    """How often ``number`` is cited in the text, and the words around its first place; empty for no number."""
    if not number:
        return ""
    places = draft.cited[number]
    if not places:
        return _("The text does not cite this number.")
    return ngettext("Cited in %(places)d place: %(words)s", "Cited in %(places)d places, first: %(words)s", places) % {
        "places": places,
        "words": _words_around(draft, number),
    }


def _words_around(draft: Draft, number: str) -> str:
    for piece in draft.pieces:
        for line in plain_lines(piece.text) if piece.is_html else [piece.text]:
            for found in find_tokens(line):
                if number in found.keys:
                    before = strip_tokens(line[: found.start]).split()[-WORDS_AROUND:]
                    after = strip_tokens(line[found.end :]).split()[:WORDS_AROUND]
                    return f"“… {' '.join([*before, f'[{number}]', *after])} …”"
    return ""
