"""Registers the letter of tests in a process, stops it where a test wants to kill it, and fills its disk."""

import os
import time
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created

FULL = "database-is-full"  # a file in the data folder, while it is there


class FaultsConfig(AppConfig):
    name = "tests.faults"
    label = "faults"

    def ready(self):
        from consent.mail import delivering  # noqa: PLC0415
        from consent.mail.letter import WRITERS  # noqa: PLC0415
        from tests.mailing import KIND, write_sample  # noqa: PLC0415

        WRITERS[KIND] = write_sample
        connection_created.connect(fill_up, dispatch_uid="tests.faults")
        match os.environ.get("STOP_AT", ""):
            case "writing":  # in the transaction that writes the letter
                WRITERS[KIND] = stop
            case "handing-over":  # the handover is counted, the server has nothing
                delivering._hand_over = stop
            case "settling":  # the server has it, the database does not know
                delivering.settle = stop


def stop(*_arguments, **_values):
    """Says that it is there, and waits to be killed."""
    Path(os.environ["STOPPED"]).touch()
    time.sleep(600)


def fill_up(connection, **_signal):
    """While the file is there, SQLite may not grow: to its programs that is a disk without room."""
    if connection.vendor == "sqlite" and (Path(settings.MEDIA_ROOT).parent / FULL).exists():
        with connection.cursor() as cursor:
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count={pages}")
