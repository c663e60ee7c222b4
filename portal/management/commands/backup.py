"""``manage.py backup FOLDER``: one file with the database, the media and the journal of erasures. Never the keys."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.backup.errors import BackupError
from portal.backup.taking import MEDIA, take


class Command(BaseCommand):
    help = "Writes a backup of database, media and journal of erasures into a folder, while the portal runs."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="Where the backup goes. Made if it is not there.")
        parser.add_argument("--keep", type=int, metavar="N", help="Leaves the N newest backups in the folder.")

    def handle(self, *, folder, keep, **options):
        if keep is not None and keep < 1:
            raise CommandError("--keep must be 1 or more.")
        try:
            taken = take(folder, keep=keep)
        except BackupError as error:
            raise CommandError(str(error)) from None
        rows, parts = taken.manifest["rows"], taken.manifest["parts"]
        media = sum(name.startswith(MEDIA) for name in parts)
        self.stdout.write(f"Wrote {taken.path} ({taken.path.stat().st_size:,} bytes).")
        self.stdout.write(f"It holds {sum(rows.values()):,} rows of {len(rows)} tables and {media:,} media.")
        for name, (number, digits) in taken.manifest["ledgers"].items():
            self.stdout.write(f"Newest entry: {name}:{number}:{digits}")
        for name in taken.missed:
            self.stderr.write(f"{name} was deleted meanwhile, and is not in it.")
        for path in taken.removed:
            self.stdout.write(f"Removed {path.name}.")
        self.stdout.write(f"SHA-256: {taken.sha256}. Note it elsewhere: restore takes it as --sha256.")
        self.stdout.write(
            "It holds no key. Keep SECRET_KEY and CONSENT_KEYS apart from it, and copy the journal of erasures often."
        )
