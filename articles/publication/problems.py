"""Everything that stands between a draft and the public, as one ordered list of small checks.

Each check takes a draft and yields problems. What is lost on readers or misleads them blocks; the rest advises.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from articles.publication import citation_checks, evidence_checks, picture_checks, structure_checks, wording_checks
from articles.publication.draft import Draft, Problem, Severity

if TYPE_CHECKING:
    from articles.models import ArticlePage

__all__ = ["CHECKS", "Check", "Problem", "Severity", "blocking_problems", "find_problems"]


class Check(NamedTuple):
    """A name for the docs and the tests, the function, and whether what it finds can block."""

    name: str
    find: Callable[[Draft], Iterable[Problem]]
    may_block: bool


CHECKS = (
    Check("broken citations", citation_checks.broken_citations, True),
    Check("misplaced citations", citation_checks.misplaced_citations, True),
    Check("numbers without a reference", citation_checks.dangling_citations, True),
    Check("wrong rows of sources", citation_checks.wrong_source_rows, True),
    Check("pictures without a description", picture_checks.undescribed_pictures, True),
    Check("unfinished blocks", structure_checks.unfinished_blocks, True),
    Check("sources that do not stand", evidence_checks.fallen_sources, False),
    Check("sources that nobody cites", citation_checks.uncited_sources, False),
    Check("missing summary", structure_checks.missing_summary, False),
    Check("missing key points", structure_checks.missing_key_points, False),
    Check("headings out of order", structure_checks.headings_out_of_order, False),
    Check("too many callouts or care cards", structure_checks.too_many_loud_blocks, False),
    Check("pictures without a credit", picture_checks.uncredited_pictures, False),
    Check("links that say nothing", wording_checks.empty_link_texts, False),
    Check("long sentences", wording_checks.long_sentences_found, False),
    Check("high reading grade", wording_checks.hard_to_read, False),
)


def find_problems(page: "ArticlePage") -> list[Problem]:
    """Every problem of ``page``: those that block first, otherwise in the order of the checks and of the text."""
    draft = Draft(page)
    found = [problem for check in CHECKS for problem in check.find(draft)]
    return sorted(found, key=lambda problem: not problem.blocks)


def blocking_problems(page: "ArticlePage") -> list[Problem]:
    """Only what keeps ``page`` from the public. Cheap: advice is not worked out, and at most two queries are made."""
    draft = Draft(page)
    found = (problem for check in CHECKS if check.may_block for problem in check.find(draft))
    return [problem for problem in found if problem.blocks]
