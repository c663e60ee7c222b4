"""Django's ``migrate``. Begins by putting back the triggers of ledgers: its checks refuse a database without them.

Two at once, as when two machines are released together, run one after the other: the second finds nothing left to do.
"""

from django.core.management.commands import migrate
from django.db import connections

from portal.alone import alone
from portal.ledger import triggers


class Command(migrate.Command):
    """Migrates, and leaves the ledgers protected."""

    def execute(self, *args, **options):
        if options["plan"] or options["check_unapplied"]:  # those only look
            return super().execute(*args, **options)
        connection = connections[options["database"]]
        with alone("migrate", connection):
            triggers.install(connection)
            return super().execute(*args, **options)
