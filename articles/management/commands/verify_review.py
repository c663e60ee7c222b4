"""``manage.py verify_review FILE``: whether the text in a ``review.json`` is the approved one. Asks no database."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.review.verifying import NoReviewFileError, verdict_on


class Command(BaseCommand):
    help = "Says whether the text in a review.json is the approved one. Exit code: 0 if it is, 1 if not, 2 for no file."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", help="A review.json as it stands beside an article. A hyphen for standard input.")

    def handle(self, *args, file, **options):
        try:
            text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
            verdict = verdict_on(json.loads(text))
        except (OSError, ValueError) as error:
            raise CommandError(f"The file can't be read: {error}.", returncode=2) from error
        except NoReviewFileError as error:
            raise CommandError(str(error), returncode=2) from error
        out = self.stdout if verdict.is_approved else self.stderr
        for sentence in verdict.sentences:
            out.write(sentence)
        if not verdict.is_approved:
            sys.exit(1)
