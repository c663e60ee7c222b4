"""The glossary's words that stand with an article. They change on their own, and a new term may appear in many articles
at once; so they are no part of the digest. Instead an approval keeps the explanations that the reviewer saw, and a
reviewed text is shown with those alone, word for word.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from articles.models import ReviewDecision
from portal.pictures import pictures_left_out

if TYPE_CHECKING:
    from articles.models import ArticlePage
    from articles.rendering.term_index import Term


def explanations_shown(page: "ArticlePage") -> list[dict[str, str]]:
    """The explanations that stand with ``page`` now, as the ledger keeps them."""
    from articles.rendering import render_body  # noqa: PLC0415 - rendering asks this module

    with pictures_left_out():
        return [{"term": term.term, "definition": term.definition} for term in render_body(page).terms]


def approved_terms(terms: Iterable["Term"], decision: ReviewDecision | None) -> tuple["Term", ...]:
    """Those of the glossary's terms whose words were approved with the text; all where nothing is approved."""
    if decision is None:
        return tuple(terms)
    approved: Mapping[str, str] = {kept["term"]: kept["definition"] for kept in decision.explanations}
    return tuple(term for term in terms if approved.get(term.term) == term.definition)
