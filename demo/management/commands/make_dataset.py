"""``manage.py make_dataset``: fills a demonstration with articles, comments and people, as many as one wants."""

import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from demo.dataset.making import make, standing
from demo.dataset.scene import Sizes
from demo.loading import is_loaded
from demo.quiet import quietly


class Command(BaseCommand):
    help = "Makes a big data set of demonstration texts for measuring, once, in a database of a demonstration."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=1_000, help="Live articles with an approved review.")
        parser.add_argument("--comments", type=int, default=10_000, help="Comments under them, in every usual state.")
        parser.add_argument("--contacts", type=int, help="People who consented. Else one for five comments.")
        parser.add_argument("--decisions", type=int, help="Medical reviews in the ledger. Else one for each article.")
        parser.add_argument("--seed", type=int, default=1, help="Another number makes another set of the same size.")

    def handle(self, *, seed, verbosity, **options):
        if not settings.DEMO:
            raise CommandError(
                "Data sets are made in a demonstration alone (DEMO=true), never among what people wrote."
            )
        sizes = _sizes(options)
        if found := standing():
            articles, comments, contacts = found
            raise CommandError(
                f"A data set is already there: {articles:,} articles, {comments:,} comments, {contacts:,} contacts. "
                "Nothing was changed. Set DATA_DIR or DATABASE_URL to an empty database to make another one."
            )
        if not is_loaded():
            call_command("load_demo", verbosity=0)
        begun = time.monotonic()
        say = self.stdout.write if verbosity else lambda line: None
        with quietly():
            make(sizes, seed=seed, say=say)
        say(f"Made {sizes.articles:,} articles and {sizes.comments:,} comments in {time.monotonic() - begun:.0f} s.")


def _sizes(options) -> Sizes:
    articles, comments = options["articles"], options["comments"]
    contacts, decisions = options["contacts"], options["decisions"]
    contacts = max(1, comments // 5) if contacts is None else contacts
    decisions = articles if decisions is None else decisions
    if min(articles, contacts) < 1 or comments < 0:
        raise CommandError("There must be at least one article and one contact, and no negative number of comments.")
    if decisions < articles:
        raise CommandError("Every live article has an approval: there can't be fewer decisions than articles.")
    return Sizes(articles=articles, comments=comments, contacts=contacts, decisions=decisions)
