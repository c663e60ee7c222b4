"""One import of several files: each in a transaction of its own, so that a bad one never costs the others.

A file that was imported under the same page before is left alone, as long as its draft exists.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles.importing.drafting import write_draft
from articles.importing.pieces import UnreadableError
from articles.importing.reading import read
from articles.importing.report import CHECKED_ONLY, IMPORTED, UNCHANGED, describe, failure
from articles.importing.understanding import Understood, understand
from articles.models import ImportRecord

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class File:
    """A file to import: the name for the report, and its content or the sentence that says why there is none."""

    name: str
    data: bytes = b""
    problem: str = ""


def import_files(files: Iterable[File], *, parent: Page, user=None, dry_run: bool = False) -> Iterator[dict]:
    """Imports ``files`` under ``parent``, one by one, and gives the report on each."""
    for file in files:
        yield import_file(file, parent=parent, user=user, dry_run=dry_run)


def import_file(file: File, *, parent: Page, user=None, dry_run: bool = False) -> dict:
    """Imports one file and gives its report. Never raises for what stands in the file."""
    if file.problem:
        return failure(file.name, file.problem)
    try:
        understood = understand(read(file.name, file.data))
        if dry_run:
            return _looked_at(understood, parent)
        return _written(understood, parent, user)
    except UnreadableError as error:
        return failure(file.name, str(error))
    except Exception:
        logger.exception("Import failed")
        return failure(file.name, _("This file could not be imported. The program's log says more."))


def _looked_at(understood: Understood, parent: Page) -> dict:
    record = ImportRecord.objects.filter(digest=understood.source.digest, parent=parent, page__isnull=False).first()
    return _unchanged(record, understood) if record else {**describe(understood), "status": CHECKED_ONLY}


def _written(understood: Understood, parent: Page, user) -> dict:
    key = {"digest": understood.source.digest, "parent": parent}
    try:
        with transaction.atomic():
            return _claim_and_write(key, understood, parent, user)
    except IntegrityError:  # the same file was imported at this moment: its record stands now
        with transaction.atomic():
            return _claim_and_write(key, understood, parent, user)


def _claim_and_write(key: dict, understood: Understood, parent: Page, user) -> dict:
    record = _locked_record(key)
    if record is None:
        record = ImportRecord.objects.create(**key, file_name=understood.source.name[-255:], user=user)
    if record.page_id:
        return _unchanged(record, understood)
    page = write_draft(understood, Page.objects.get(pk=parent.pk), user)
    report = {**describe(understood), "status": IMPORTED, "page_id": page.pk}
    record.page, record.user, record.report = page, user, report
    record.save()
    return report


def _locked_record(key: dict) -> ImportRecord | None:
    """The record of an earlier import, held until the transaction ends."""
    return ImportRecord.objects.select_for_update().filter(**key).first()


def _unchanged(record: ImportRecord, understood: Understood) -> dict:
    """The report of the first import. Nothing needs a person any more once the draft was published."""
    done = bool(record.page and record.page.first_published_at)
    first = record.report or describe(understood)
    return {
        **first,
        "file": understood.source.name,
        "status": UNCHANGED,
        "page_id": record.page_id,
        "needs_person": [] if done else first["needs_person"],
    }
