"""``manage.py screen_text``: what the detectors find in a text, for whoever writes one (docs/detectors.md)."""

import sys

from django.core.management.base import BaseCommand

from comments.screening.detector import About
from comments.screening.running import screen


class Command(BaseCommand):
    help = "Reads a comment from standard input and prints what is found in it. Keeps nothing."

    def add_arguments(self, parser):
        parser.add_argument("--language", default="en", help="Language of the page: en, es or de.")
        parser.add_argument("--site", type=int, default=0, help="Community whose comments it is compared with.")

    def handle(self, *args, **options):
        typed = sys.stdin.read().removesuffix("\n")
        found = screen(typed, About(language=options["language"], site_id=options["site"]))
        for each in found:
            passage = typed[each.start : each.end].encode("utf-8", "replace").decode()
            self.stdout.write(
                f"{each.start}-{each.end}  {each.category}  {each.detector} {each.version}: {each.reason}: “{passage}”"
            )
        if not found:
            self.stdout.write("Nothing found.")
