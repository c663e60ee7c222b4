"""What an article is made of: blocks that are filled in, summary, key points, headings, and loud blocks that lose their
force in numbers.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.blocks.care import CareCardBlock
from articles.blocks.gaps import gaps
from articles.blocks.key_points import KeyPointsBlock
from articles.blocks.text import CalloutBlock
from articles.publication.draft import Draft, Problem, Severity, at, at_block
from portal.markup import Kind, split

AT_MOST = 2  # callouts on a page, and care cards


def unfinished_blocks(draft: Draft) -> Iterator[Problem]:
    """Blocks with a part that is not filled in: "Call an ambulance if", and then nothing."""
    for position, child in enumerate(draft.page.body, start=1):
        if parts := ", ".join(dict.fromkeys(gaps(child.block, child.value))):
            message = _("Not filled in yet: %(parts)s.") % {"parts": parts}
            yield Problem(Severity.BLOCKS, "block-unfinished", message, **at_block(position, child))


def missing_summary(draft: Draft) -> Iterator[Problem]:
    """No sentence to show under the title, in listings and in search results."""
    if not (draft.page.summary or "").strip():
        message = _("There is no summary: one plain sentence under the title.")
        yield Problem(Severity.ADVISES, "summary-missing", message, block_label=_("Summary"), field="summary")


def missing_key_points(draft: Draft) -> Iterator[Problem]:
    """Reviewed information without the two or three things to take away."""
    if not draft.page.is_story and not any(isinstance(child.block, KeyPointsBlock) for child in draft.page.body):
        yield Problem(Severity.ADVISES, "key-points-missing", _("There are no key points: two or three to take away."))


def headings_out_of_order(draft: Draft) -> Iterator[Problem]:
    """Headings of the third level before any of the second. Readers see them raised to the second."""
    for piece in draft.pieces:
        if not piece.is_html:
            continue
        names = [node.name for node in split(piece.text) if node.kind is Kind.START and node.name in ("h2", "h3")]
        if names and names[0] == "h3":
            message = _("A heading of the third level stands before any of the second.")
            yield Problem(Severity.ADVISES, "heading-order", message, **at(piece))
        if names:
            return


def too_many_loud_blocks(draft: Draft) -> Iterator[Problem]:
    """More than two callouts, or more than two care cards."""
    for kind, message in (
        (CalloutBlock, _("There are more than two callouts. Each takes force from the others.")),
        (CareCardBlock, _("There are more than two care cards. Readers may miss the one that matters.")),
    ):
        found = [place for place in enumerate(draft.page.body, start=1) if isinstance(place[1].block, kind)]
        for position, child in found[AT_MOST:]:
            yield Problem(Severity.ADVISES, "too-many", message, **at_block(position, child))
