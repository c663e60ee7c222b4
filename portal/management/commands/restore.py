"""``manage.py restore FILE``: puts a backup back, carries out again what was erased since, and proves the ledgers."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.backup.errors import RestoreError
from portal.backup.restoring import restore


class Command(BaseCommand):
    help = "Puts a backup back. Refuses a database that is in use unless told to replace it."
    requires_system_checks = []  # it is called when something is wrong

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="What manage.py backup wrote.")
        parser.add_argument("--replace", action="store_true", help="What is in the database now may be lost.")
        parser.add_argument("--sha256", default="", help="The file's digest as you noted it.")

    def handle(self, *, file, replace, sha256, **options):
        try:
            is_good = restore(file, say=self.stdout.write, may_replace=replace, sha256=sha256)
        except RestoreError as error:
            raise CommandError(str(error)) from None
        if not is_good:
            self.stderr.write("A ledger is bad: see above. Keep the portal under maintenance, and look into it.")
            sys.exit(1)
        self.stdout.write("Begin the server and the worker, and run manage.py doctor.")
