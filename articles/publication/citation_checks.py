"""Citations that readers could not follow, and sources that nobody cites.

A broken token or an unknown key blocks every article: readers would meet a claim whose source is lost. A number of an
imported text that is tied to no reference blocks reviewed information, which promises its sources.
"""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.citations.checking import ProblemKind, check_text, dangling_numbers, never_cited
from articles.citations.tokens import find_tokens, holds_token
from articles.publication.draft import Draft, Problem, Severity, at

_NUMBER = re.compile(r"[1-9]\d{0,3}\Z")
PLAIN_FIELDS = ("title", "summary", "seo_title", "search_description")


def broken_citations(draft: Draft) -> Iterator[Problem]:
    """Tokens that name no reference of the library, break the grammar, or are cut in two by formatting."""
    messages = {
        ProblemKind.UNKNOWN: _("The library has no reference “%(token)s”."),
        ProblemKind.MALFORMED: _("“%(token)s” is not a citation. Write [[ref:key]] or [[ref:key-a,key-b]]."),
        ProblemKind.SPLIT: _("Formatting cuts the citation “%(token)s” in two. Remove it and cite again."),
    }
    for piece in draft.pieces:
        if piece.allows_citations:
            for kind, token in check_text(piece.text, is_html=piece.is_html, known_keys=draft.known_keys):
                message = messages[kind] % {"token": token}
                yield Problem(Severity.BLOCKS, f"citation-{kind}", message, **at(piece))


def misplaced_citations(draft: Draft) -> Iterator[Problem]:
    """Tokens where no citation can stand: headings of blocks, alternative texts, title, summary, description."""
    message = _("No citation can stand here: “%(token)s”. Move it into the text.")
    for piece in draft.pieces:
        if not piece.allows_citations and holds_token(piece.text):
            for found in find_tokens(piece.text):
                words = message % {"token": found.words}
                yield Problem(Severity.BLOCKS, "citation-misplaced", words, **at(piece))
    for name in PLAIN_FIELDS:
        for found in find_tokens(getattr(draft.page, name) or ""):
            label = str(draft.page._meta.get_field(name).verbose_name).capitalize()
            words = message % {"token": found.words}
            yield Problem(Severity.BLOCKS, "citation-misplaced", words, block_label=label, field=name)


def dangling_citations(draft: Draft) -> Iterator[Problem]:
    """Numbers of an imported text that no reference is tied to."""
    severity = Severity.ADVISES if draft.page.is_story else Severity.BLOCKS
    for number, places in dangling_numbers(draft.cited, draft.sources).items():
        message = ngettext(
            "Number %(number)s of the imported text is cited in %(places)d place and tied to no reference.",
            "Number %(number)s of the imported text is cited in %(places)d places and tied to no reference.",
            places,
        ) % {"number": number, "places": places}
        yield _in_sources(severity, "number-dangling", message, number)


def wrong_source_rows(draft: Draft) -> Iterator[Problem]:
    """Rows of the sources that say two things of one number, or whose number is none."""
    numbers = Counter(row.imported_number for row in draft.rows if row.imported_number)
    for number, rows in numbers.items():
        if rows > 1:
            message = _("Number %(number)s stands in %(rows)d rows. Keep one of them.")
            message %= {"number": number, "rows": rows}
            yield _in_sources(Severity.BLOCKS, "number-twice", message, number)
        if not _NUMBER.match(number):
            message = _("“%(number)s” is not a number of the imported text. Write a number such as 3.")
            message %= {"number": number}
            yield _in_sources(Severity.BLOCKS, "number-malformed", message, number)


def uncited_sources(draft: Draft) -> Iterator[Problem]:
    """References that are listed and never cited: readers will not see them."""
    for source in never_cited(draft.cited, draft.sources):
        message = _("The source %(key)s is listed but never cited, so readers will not see it.") % {"key": source.key}
        yield _in_sources(Severity.ADVISES, "source-uncited", message, "")


def _in_sources(severity: Severity, code: str, message: str, number: str) -> Problem:
    return Problem(severity, code, message, block_label=_("Sources"), path=number, field="sources")
