"""``manage.py worker``: sends mail and runs the regular jobs, beside the web server. Any number may run."""

import signal

from django.core.management.base import BaseCommand

from portal.worker import Worker


class Command(BaseCommand):
    help = "Sends mail and runs the regular jobs until it is told to stop (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Do what is due and end, for example from cron.")
        parser.add_argument("--seconds", type=float, metavar="N", help="End after N seconds.")

    def handle(self, *, once, seconds, **options):
        worker = Worker()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, worker.stop)
        worker.run(once=once, seconds=seconds)
