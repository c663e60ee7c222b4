"""Disks: folders that the portal writes to, room on them, and static files as the code of today wants them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from portal.doctor.examination import Finding, Wish, examines, fine, problem, warning
from portal.environment import nearest

AREA = "Storage"
LITTLE, TOO_LITTLE = 2 << 30, 256 << 20  # bytes
PROBE = "doctor/probe.txt"


@examines("media", AREA)
def media_can_be_written(_wish: Wish) -> Iterator[Finding]:
    """By writing a file, reading it and deleting it."""
    name = ""
    try:
        name = default_storage.save(PROBE, ContentFile(b"probe"))
        with default_storage.open(name) as file:
            is_same = file.read() == b"probe"
    except Exception as error:  # noqa: BLE001 - each storage has errors of its own
        yield problem(
            f"Media can't be written ({type(error).__name__}: {error}).",
            "Give the portal's account the folder, or mend the settings of the storage.",
        )
        return
    finally:
        if name:
            default_storage.delete(name)
    yield fine("Media can be written.") if is_same else problem("Media are not read as written.", "Mend the storage.")


@examines("folders", AREA)
def folders_have_room(_wish: Wish) -> Iterator[Finding]:
    """The data folder, and room on its disk and on that of media."""
    for folder in dict.fromkeys([settings.MAINTENANCE_FILE.parent, Path(settings.MEDIA_ROOT)]):
        there = nearest(folder)
        if not os.access(there, os.W_OK):
            yield problem(f"The portal may not write to {there}.", f"Run chown for {there}, with the portal's account.")
        else:
            yield judge_room(there, shutil.disk_usage(there).free)


def judge_room(folder: Path, free: int) -> Finding:
    """What so many free bytes mean."""
    shown = f"{free / (1 << 30):.1f} GB are free at {folder}."
    if free < TOO_LITTLE:
        return problem(shown, "Make room now: without any, comments and pictures are refused.")
    if free < LITTLE:
        return warning(shown, "Make room soon, or move media to a disk of their own.")
    return fine(shown)


@examines("static files", AREA)
def static_files_are_collected(_wish: Wish) -> Iterator[Finding]:
    """Every file has its name with a digest."""
    known = getattr(staticfiles_storage, "hashed_files", None)
    if known is None:
        yield fine("Static files are served as they are.")
        return
    missing = [
        str(path)
        for finder in get_finders()
        for path, _storage in finder.list([])
        if str(path) not in known and not str(path).endswith((".map", ".md"))
    ]
    if missing:
        yield problem(
            f"{len(missing)} static files were not collected, the first is {missing[0]}: pages may look broken.",
            "Run manage.py collectstatic, and restart the server.",
        )
    else:
        yield fine("All static files are collected.")
