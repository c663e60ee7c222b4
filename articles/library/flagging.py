"""Brings a published list of retractions to the library: which references it names, and what changes.

Nothing but the state of a reference is written. It is no part of what is reviewed, so no approval falls.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db import transaction
from wagtail.log_actions import log

from articles.library.notices import Notice, Row
from articles.library.verdicts import Verdict, is_news, verdict_of
from articles.models import Reference
from portal.text import first_words

LOG_ACTION = "articles.reference_status"
LONGEST_NOTE = Reference._meta.get_field("status_note").max_length
LONGEST_DOI = Reference._meta.get_field("notice_doi").max_length


class Found(NamedTuple):
    """How many rows were read, and the notices on each reference of the library, by its id."""

    rows: int
    notices: Mapping[int, list[Notice]]


def notices_on_library(rows: Iterable[Row]) -> Found:
    """Looks for the library's references in ``rows`` by DOI or PMID. Holds the library's identifiers, no rows."""
    by_doi, by_pmid = _identifiers()
    notices: dict[int, list[Notice]] = defaultdict(list)
    number = 0
    for row in rows:
        number += 1
        for pk in by_doi.get(row.doi, set()) | by_pmid.get(row.pmid, set()):
            notices[pk].append(row.notice())
    return Found(number, notices)


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


def _write(reference: Reference, verdict: Verdict, *, dry_run: bool) -> None:
    before = reference.status
    reference.status, reference.status_on = verdict.status, verdict.since
    reference.status_note = first_words(verdict.note, LONGEST_NOTE)
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
