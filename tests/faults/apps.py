"""Registers the letter of tests in a worker process, and stops the worker where a test wants to kill it."""

import os
import time
from pathlib import Path

from django.apps import AppConfig


class FaultsConfig(AppConfig):
    name = "tests.faults"
    label = "faults"

    def ready(self):
        from consent.mail import delivering  # noqa: PLC0415
        from consent.mail.letter import WRITERS  # noqa: PLC0415
        from tests.mailing import KIND, write_sample  # noqa: PLC0415

        WRITERS[KIND] = write_sample
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
