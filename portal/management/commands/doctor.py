"""``manage.py doctor``: what is wrong with this installation, and how to mend it. Exit code 1 if there is a problem."""

import json
import sys
from importlib import import_module
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import autodiscover_modules

from portal.doctor.examination import EXAMINATIONS, Level, Wish, examine

OWN = ("database", "ledgers", "cache", "work", "mail", "clock", "storage", "configuration")
MARKS = {Level.FINE: "ok", Level.NOTE: "note", Level.WARNING: "WARNING", Level.PROBLEM: "PROBLEM"}


class Command(BaseCommand):
    help = "Says in sentences what is wrong with this installation and how to mend it."
    requires_system_checks = []  # it runs them itself, and goes on

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="Findings as JSON.")
        parser.add_argument("--full", action="store_true", help="Reads every entry of every ledger.")
        parser.add_argument("--strict", action="store_true", help="Exit code 1 for warnings too.")
        parser.add_argument("--mail", type=Path, metavar="FILE", help="A delivered message of the portal, as a file.")
        parser.add_argument("--send-test", default="", metavar="ADDRESS", help="Sends a test mail there.")
        parser.add_argument("--only", action="append", metavar="NAME", help="One examination. May be given again.")

    def execute(self, *args, **options):
        autodiscover_modules("doctor")
        for name in OWN:
            import_module(f"portal.doctor.{name}")
        super().execute(*args, **options)

    def handle(self, *, full, mail, send_test, only, **options):
        if unknown := set(only or ()) - EXAMINATIONS.keys():
            raise CommandError(f"There is no {min(unknown)}. There are: {', '.join(sorted(EXAMINATIONS))}.")
        wish = Wish(is_thorough=full, message=mail, send_test_to=send_test)
        found = [(each, finding) for each, finding in examine(wish) if not only or each.name in only]
        (self._as_json if options["json"] else self._in_sentences)(found)
        bad = {Level.PROBLEM, Level.WARNING} if options["strict"] else {Level.PROBLEM}
        if any(finding.level in bad for _each, finding in found):
            sys.exit(1)

    def _as_json(self, found):
        rows = [
            {
                "examination": each.name,
                "area": each.area,
                "level": str(finding.level),
                "sentence": finding.sentence,
                "mend": finding.mend,
            }
            for each, finding in found
        ]
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))

    def _in_sentences(self, found):
        for area in dict.fromkeys(each.area for each, _finding in found):
            self.stdout.write(f"\n{area}")
            for each, finding in found:
                if each.area == area:
                    self.stdout.write(f"  {MARKS[finding.level]:>8}  {finding.sentence}")
                    if finding.mend:
                        self.stdout.write(f"            → {finding.mend}")
        counts = [sum(finding.level == level for _each, finding in found) for level in (Level.PROBLEM, Level.WARNING)]
        self.stdout.write("\n{} problems, {} warnings.".format(*counts))
