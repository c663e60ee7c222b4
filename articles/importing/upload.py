"""Imports what somebody uploaded and keeps the report."""

from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from articles.importing.permissions import may_import_under
from articles.importing.reading import LARGEST_FILE, MEGABYTE
from articles.importing.run import File, import_files
from articles.models import ImportRun


def import_upload(*, user, uploads, parent: Page, dry_run: bool = False) -> ImportRun:
    """Imports ``uploads`` under ``parent`` for ``user``. Raises ``PermissionDenied``."""
    if not may_import_under(user, parent):
        raise PermissionDenied
    read = (File(file.name or "", file.read(LARGEST_FILE * MEGABYTE + 1)) for file in uploads)
    reports = list(import_files(read, parent=parent, user=user, dry_run=dry_run))
    return ImportRun.objects.create(user=user, parent=parent, is_dry_run=dry_run, report={"files": reports})
