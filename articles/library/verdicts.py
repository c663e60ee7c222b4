"""What a paper's notices come to, and whether that is news for the library.

The library knows four states, and a notice of concern is none of them: it counts as "corrected or questioned", and the
note beside the reference says which of both it is. Docs: docs/evidence.md.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.library.notices import Nature, Notice
from articles.models import Reference

Status = Reference.Status


class Verdict(NamedTuple):
    """A state of a source: since when, on which grounds, and the DOI of the notice."""

    status: Status
    since: date
    note: str
    notice_doi: str


def verdict_of(notices: Iterable[Notice]) -> Verdict | None:
    """What ``notices`` on one paper come to, in the order of their days.

    A retraction stands until the paper is reinstated, whatever is published in between; its day is that of the first.
    """
    verdict: Verdict | None = None
    order = list(Nature)
    for notice in sorted(notices, key=lambda notice: (notice.day, order.index(notice.nature))):
        is_retracted = verdict is not None and verdict.status == Status.RETRACTED
        if notice.nature == Nature.REINSTATEMENT:
            verdict = Verdict(Status.CURRENT, notice.day, _note(notice), notice.doi)
        elif notice.nature == Nature.RETRACTION and not is_retracted:
            verdict = Verdict(Status.RETRACTED, notice.day, _note(notice), notice.doi)
        elif not is_retracted:
            verdict = Verdict(Status.CORRECTED, notice.day, _note(notice), notice.doi)
    return verdict


def is_news(verdict: Verdict, *, status: str, since: date | None) -> bool:
    """Whether ``verdict`` changes what the library says of a source: ``status``, for as long as ``since``.

    A retraction always does. A lesser notice does where it is newer than what an editor decided, and never where a
    newer version was named; a reinstatement where it is newer than the retraction.
    """
    is_newer = since is None or verdict.since > since
    if verdict.status == Status.RETRACTED:
        return status != Status.RETRACTED
    if verdict.status == Status.CURRENT:
        return status == Status.RETRACTED and is_newer
    return status in (Status.CURRENT, Status.CORRECTED) and is_newer


def _note(notice: Notice) -> str:
    """What readers are told beside the reference. The reasons are the database's words, and it is named."""
    what = {
        Nature.CORRECTION: _("A correction was published."),
        Nature.CONCERN: _("An expression of concern was published."),
        Nature.RETRACTION: "",
        Nature.REINSTATEMENT: _("Reinstated after a retraction."),
    }[notice.nature]
    if not notice.reasons:
        return what
    reasons = _("Reasons by the Retraction Watch Database: %(reasons)s.") % {"reasons": notice.reasons}
    return f"{what} {reasons}".strip()
