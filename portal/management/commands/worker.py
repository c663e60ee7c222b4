"""``manage.py worker``: sends mail and runs the regular jobs, beside the web server. Any number may run.

It begins nothing on a database that ``manage.py check --database default`` refuses: with another key, for example, it
would not know whom it must never write to. While the database is away it waits, and asks then.
"""

import signal

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError

from portal.worker import Worker
from portal.worker import is_alive as worker_is_alive


class Command(BaseCommand):
    help = "Sends mail and runs the regular jobs until it is told to stop (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Do what is due and end, for example from cron.")
        parser.add_argument("--is-alive", action="store_true", help="Tell by the exit code whether one runs anywhere.")
        parser.add_argument("--seconds", type=float, metavar="N", help="End after N seconds.")

    def handle(self, *, once, seconds, is_alive, **options):
        if is_alive:
            if not worker_is_alive():
                raise CommandError("No worker gave a sign of life within the last minute.")
            return
        worker = Worker(before=self._check_database)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, worker.stop)
        worker.run(once=once, seconds=seconds)

    def _check_database(self) -> None:
        """Raises ``SystemCheckError``, with a sentence for each thing that is wrong."""
        self.check(tags=[Tags.database], databases=["default"])
