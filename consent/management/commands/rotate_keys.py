"""``manage.py rotate_keys``: seals every address with the key that stands first in ``CONSENT_KEYS`` (docs/keys.md)."""

import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from consent.journal import JournalError, entries
from consent.keys.checking import note_current
from consent.keys.needed import Need, needs
from consent.keys.ring import current, ring
from consent.keys.rotation import rotate
from consent.models import KeyCheck, Suppression


class Command(BaseCommand):
    help = "Seals every address with the newest key, and says what the older ones are still needed for."

    def add_arguments(self, parser):
        parser.add_argument("--batch", type=int, default=500, help="Rows between two lines on how far it is.")
        parser.add_argument("--drop", metavar="KEY", help="Forgets suppressions made with this key, which is lost.")

    def handle(self, *, batch, drop, verbosity, **options):
        if batch < 1:
            raise CommandError("--batch must be 1 or more.")
        if drop:
            self._drop(drop)
            return
        note_current()
        failed = 0
        for progress in rotate(batch):
            failed = max(failed, progress.failed)
            if verbosity:
                name = progress.model._meta.verbose_name_plural
                self.stdout.write(f"{name}: {progress.done} sealed anew, {progress.left} to go.")
        self._report(needs())
        if failed:
            self.stderr.write("Some addresses do not open: they were altered, or their key is not in CONSENT_KEYS.")
            sys.exit(1)

    def _report(self, needed: dict[str, Need]) -> None:
        """What each old key is still needed for."""
        self.stdout.write(f"In use: {current().name}.")
        journal = self._journal()
        for name in [
            name for name in dict.fromkeys([*(key.name for key in ring()), *needed]) if name != current().name
        ]:
            need = needed.get(name, Need())
            lines = sum(reference.startswith(f"{name}:") for reference in journal)
            if need.addresses:
                self.stdout.write(f"{name}: must stay: {need.addresses} addresses are sealed with it.")
                continue
            self.stdout.write(
                f"{name}: no address is sealed with it. Without it the portal no longer recognises"
                f" {need.suppressions} suppressed addresses, {need.references} references in ledger and notes"
                f" and {lines} lines of the journal of erasures, and can't check receipts that it signed."
            )

    def _journal(self) -> list[str]:
        try:
            return [str(entry.get("reference", "")) for entry in entries()]
        except (JournalError, OSError) as error:
            self.stderr.write(str(error))
            return []

    @transaction.atomic
    def _drop(self, name: str) -> None:
        """Makes a start without the key possible, at the price that is told."""
        if name == current().name:
            raise CommandError(f"The key {name} is in use.")
        if count := needs().get(name, Need()).addresses:
            raise CommandError(f"{count} addresses are sealed with the key {name}. Run rotate_keys first.")
        gone, _models = Suppression.objects.filter(lookup__startswith=f"{name}:").delete()
        Suppression.objects.filter(family__startswith=f"{name}:").update(family="")
        KeyCheck.objects.filter(name=name).delete()
        self.stdout.write(f"{name}: {gone} suppressions are forgotten. Take the key out of CONSENT_KEYS.")
