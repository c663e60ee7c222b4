"""Django's ``migrate``. Begins by putting back the triggers of ledgers: its checks refuse a database without them."""

from django.core.management.commands import migrate
from django.db import connections

from portal.ledger import triggers


class Command(migrate.Command):
    """Migrates, and leaves the ledgers protected."""

    def execute(self, *args, **options):
        if not (options["plan"] or options["check_unapplied"]):  # those only look
            triggers.install(connections[options["database"]])
        return super().execute(*args, **options)
