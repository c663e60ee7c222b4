"""Words that make a text harder than it need be. Advice only.

Sentences of more than 20 words and texts above grade 8 lose readers: half of the adults in Europe and the United
States have difficulty with health texts (World Health Organization: Health literacy, the solid facts, 2013); the US
National Library of Medicine advises grades 6 to 8.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.publication.draft import Draft, Problem, Severity, at
from articles.readability import FORMULA, LONG_SENTENCE, is_measurable, long_sentences, reading_grade
from portal.markup import Kind, Node, plain, split
from portal.text import first_words

HIGHEST_GRADE = 8
_EMPTY_WORDS = {"click here", "click", "here", "read more", "more", "link", "this link", "this page", "learn more"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)


def long_sentences_found(draft: Draft) -> Iterator[Problem]:
    """One advice for each text that holds sentences of more than 20 words, with the first words of the first."""
    if not is_measurable(draft.page.locale.language_code):
        return
    for piece, lines in draft.lines:
        if found := long_sentences(lines):
            message = ngettext(
                "%(count)d sentence has more than %(limit)d words: “%(words)s”",
                "%(count)d sentences have more than %(limit)d words, the first: “%(words)s”",
                len(found),
            ) % {"count": len(found), "limit": LONG_SENTENCE, "words": first_words(found[0], 60)}
            yield Problem(Severity.ADVISES, "sentence-long", message, **at(piece))


def hard_to_read(draft: Draft) -> Iterator[Problem]:
    """A reading grade above 8."""
    grade = grade_of(draft)
    if grade is not None and grade > HIGHEST_GRADE:
        message = _("The reading grade is %(grade)s (%(formula)s). Aim for %(highest)s or less.") % {
            "grade": grade,
            "formula": FORMULA,
            "highest": HIGHEST_GRADE,
        }
        yield Problem(Severity.ADVISES, "grade-high", message)


def grade_of(draft: Draft) -> float | None:
    """The reading grade of the whole text; ``None`` for short texts and those that are not in English."""
    if not is_measurable(draft.page.locale.language_code):
        return None
    return reading_grade(line for _piece, lines in draft.lines for line in lines)


def empty_link_texts(draft: Draft) -> Iterator[Problem]:
    """Links whose words say nothing about where they lead (WCAG 2.2, success criterion 2.4.9)."""
    for piece in draft.pieces:
        for text in _link_texts(piece.text) if piece.is_html else ():
            if text.lower().strip(" .:»") in _EMPTY_WORDS:
                message = _("A link says “%(words)s”. Say where it leads.") % {"words": text}
            elif _ADDRESS.match(text):
                message = _("A link shows its address, “%(words)s”. Say where it leads.")
                message %= {"words": first_words(text, 40)}
            else:
                continue
            yield Problem(Severity.ADVISES, "link-text", message, **at(piece))


def _link_texts(html: str) -> Iterator[str]:
    inside: list[Node] | None = None
    for node in split(html):
        if node.name == "a" and node.kind is Kind.START:
            inside = []
        elif node.name == "a" and node.kind is Kind.END and inside is not None:
            yield " ".join(plain(inside).split())
            inside = None
        elif inside is not None:
            inside.append(node)
