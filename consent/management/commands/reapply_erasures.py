"""``manage.py reapply_erasures``: after a restore from a backup, carries out again what people asked for since then."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from consent.keys.ring import UnknownKeyError
from consent.keys.sealing import SealError
from consent.rules.reapplying import reapply


class Command(BaseCommand):
    help = "Carries out again every erasure, suppression and withdrawal of the journal that the database has forgotten."

    def add_arguments(self, parser):
        parser.add_argument("--journal", type=Path, help="The journal. Default: ERASURE_JOURNAL.")
        parser.add_argument("--dry-run", action="store_true", help="Counts, and changes nothing.")

    def handle(self, *args, **options):
        path = options["journal"] or Path(settings.ERASURE_JOURNAL)
        if not path.exists():
            raise CommandError(f"There is no journal at {path}.")
        try:
            done = reapply(path, is_trial=options["dry_run"])
        except (SealError, UnknownKeyError) as error:
            raise CommandError(f"{error} Nothing was carried out: put the key back and run this again.") from None
        for number in done.unreadable:
            self.stderr.write(f"Line {number} of the journal can't be read. It was left out.")
        verb = "would be carried out" if options["dry_run"] else "carried out"
        self.stdout.write(
            f"{verb.capitalize()} again: {done.erasures} erasures, {done.withdrawals} withdrawals, "
            f"{done.suppressions} suppressions, {done.lifted} lifted suppressions."
        )
