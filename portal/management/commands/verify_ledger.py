"""``manage.py verify_ledger``: proves that no entry of any ledger was altered, removed or slipped in."""

import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from portal.ledger import triggers
from portal.ledger.proof import prove
from portal.ledger.tables import ledgers


class Command(BaseCommand):
    help = "Proves every ledger from its first entry to its last. Exit code 1 names the first bad entry."

    def add_arguments(self, parser):
        parser.add_argument("ledgers", nargs="*", help="Names of ledgers, for example articles.ReviewDecision.")
        parser.add_argument(
            "--expect",
            action="append",
            default=[],
            metavar="LEDGER:NUMBER:HASH",
            help="An entry as it was noted outside of this database. May be given more than once.",
        )

    def handle(self, *args, **options):
        known = {model._meta.label: model for model in ledgers()}
        wanted = options["ledgers"] or list(known)
        if unknown := [name for name in wanted if name not in known]:
            raise CommandError(f"There is no ledger {unknown[0]}. There are: {', '.join(known)}.")
        expected = [_expectation(text, known) for text in options["expect"]]
        wanted = dict.fromkeys([*wanted, *(name for name, _entry in expected)])
        good = [self._verify(name, known[name], [entry for of, entry in expected if of == name]) for name in wanted]
        if names := triggers.missing(connection):
            self.stderr.write(f"The database would let its ledgers be changed: {', '.join(names)} missing.")
        if names or not all(good):
            sys.exit(1)

    def _verify(self, name, model, expect) -> bool:
        proof = prove(model, expect=expect)
        if proof.fault:
            self.stderr.write(f"{name}: entry {proof.fault.number} is bad: {proof.fault.reason}.")
            return False
        self.stdout.write(
            f"{name}: {proof.entries} entries, all in order. Newest: {name}:{proof.entries}:{proof.entry_hash}"
        )
        return True


def _expectation(text: str, known: dict) -> tuple[str, tuple[int, str]]:
    name, _colon, rest = text.partition(":")
    number, _colon, digits = rest.partition(":")
    if name not in known or not number.isdecimal() or len(digits) != 64:  # noqa: PLR2004 - SHA-256 in hexadecimal
        raise CommandError(f"“{text}” is not LEDGER:NUMBER:HASH, as this command prints it.")
    return name, (int(number), digits)
