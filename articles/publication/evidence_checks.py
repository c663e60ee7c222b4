"""Sources that were retracted, corrected, questioned or superseded since somebody cited them.

Advice, also for what was retracted: an article may have to name a retracted study, readers are told beside the
reference in any case, and a run of ``check_references`` must not keep anybody from mending something else in the text.
"""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.citations.checking import cited_keys
from articles.publication.draft import Draft, Problem, Severity, at


def fallen_sources(draft: Draft) -> Iterator[Problem]:
    """References that do not stand any more, each where it is cited first."""
    named = set()
    for piece in draft.pieces if draft.fallen else ():
        for key in cited_keys([piece]) if piece.allows_citations else ():
            reference = draft.fallen.get(key)
            if reference and reference.pk not in named:
                named.add(reference.pk)
                yield Problem(Severity.ADVISES, "source-fallen", _sentence(reference), **at(piece))


def _sentence(reference) -> str:
    status = reference.get_status_display()
    if reference.status_on:
        day = date_format(reference.status_on, "DATE_FORMAT")
        status = _("%(status)s on %(day)s") % {"status": status, "day": day}
    advice = _("Check whether what rests on it still holds, and cite another source or say what became of it.")
    return f"{status}: {reference.key} ({reference}). {advice}"
