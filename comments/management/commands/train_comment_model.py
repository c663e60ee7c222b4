"""``manage.py train_comment_model FILE.json``: a local model from what moderators decided (docs/detectors.md)."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from comments.screening.training import FEWEST_EXAMPLES, TooFewExamplesError, examples, train


class Command(BaseCommand):
    help = "Writes a local model for COMMENT_MODEL, made from what moderators published and what they did not."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="Where to write it, for example model.json.")
        parser.add_argument("--version-number", type=int, default=1, help="Counts on with each model.")

    def handle(self, *args, **options):
        known = examples()
        try:
            content = train(known, version=options["version_number"])
            options["file"].write_text(json.dumps(content), encoding="utf-8")
        except TooFewExamplesError:
            raise CommandError(
                f"Moderators have to have published, and refused, {FEWEST_EXAMPLES} comments at least before there is "
                "something to learn from."
            ) from None
        except OSError:
            raise CommandError(f"{options['file']} can't be written.") from None
        self.stdout.write(f"Written from {len(known)} decisions, with {len(content['weights'])} weights.")
