"""Brings a published list of retractions to the library: which references it names, and what changes.

Nothing but the state of a reference is written. It is no part of what is reviewed, so no approval falls.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db import transaction
from wagtail.log_actions import log

from articles.library.notices import BadFileError, Notice, Row
from articles.library.verdicts import Verdict, is_news, verdict_of
from articles.models import Reference
from articles.models.reference import LONGEST_DOI, LONGEST_STATUS_NOTE
from portal.text import first_words

LOG_ACTION = "articles.reference_status"


class Found(NamedTuple):
    """How many rows were read; by the id of a reference its notices, and what could not be read of its rows."""

    rows: int
    notices: Mapping[int, list[Notice]]
    unread: Mapping[int, list[str]]


def notices_on_library(rows: Iterable[Row]) -> Found:
    """Looks for the library's references in ``rows`` by DOI or PMID. Holds the library's identifiers, no rows."""
    by_doi, by_pmid = _identifiers()
    notices: dict[int, list[Notice]] = defaultdict(list)
    unread: dict[int, list[str]] = defaultdict(list)
    number = 0
    for row in rows:
        number += 1
        for pk in by_doi.get(row.doi, set()) | by_pmid.get(row.pmid, set()):
            try:
                notices[pk].append(row.notice())
            except BadFileError as error:
                unread[pk].append(str(error))
    return Found(number, notices, unread)


@transaction.atomic
def flag_references(notices: Mapping[int, list[Notice]], *, dry_run: bool = False) -> list[Reference]:
    """Gives each reference the state that its notices come to, where that is news. Returns those that changed, by key.

    ``dry_run``: they are changed in memory alone.
    """
    changed = []
    for reference in Reference.objects.select_for_update().filter(pk__in=notices).order_by("key"):
        verdict = verdict_of(notices[reference.pk])
        if verdict and is_news(verdict, status=reference.status, since=reference.status_on):
            _write(reference, verdict, dry_run=dry_run)
            changed.append(reference)
    return changed


def left_to_people(found: Found, changed: Iterable[Reference]) -> list[str]:
    """A sentence for each row on a source that is taken to stand, if its day or kind could not be read."""
    known = {reference.pk for reference in changed}
    standing = Reference.objects.filter(pk__in=found.unread.keys() - known, status=Reference.Status.CURRENT)
    return [f"{reference.key}: {sentence}" for reference in standing for sentence in found.unread[reference.pk]]


def _write(reference: Reference, verdict: Verdict, *, dry_run: bool) -> None:
    before = reference.status
    reference.status, reference.status_on = verdict.status, verdict.since
    reference.status_note = first_words(verdict.note, LONGEST_STATUS_NOTE)
    reference.notice_doi = verdict.notice_doi if len(verdict.notice_doi) <= LONGEST_DOI else ""
    if dry_run:
        return
    reference.save(update_fields=["status", "status_on", "status_note", "notice_doi"])
    data = {"before": before, "after": reference.status, "since": reference.status_on.isoformat()}
    log(instance=reference, action=LOG_ACTION, data=data)


def _identifiers() -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    by_doi: dict[str, set[int]] = defaultdict(set)
    by_pmid: dict[str, set[int]] = defaultdict(set)
    for pk, doi, pmid in Reference.objects.order_by().values_list("pk", "doi", "pmid"):
        if doi:
            by_doi[doi.lower()].add(pk)
        if pmid:
            by_pmid[pmid].add(pk)
    return by_doi, by_pmid
