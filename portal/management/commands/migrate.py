"""Django's ``migrate``. Begins by putting back the triggers of ledgers: its checks refuse a database without them.

Two at once, as when two machines are released together, run one after the other: the second finds nothing left to do.

On PostgreSQL a change of a table waits for whoever uses the table, and everybody who comes later waits behind it. So it
gives up after some seconds, and the portal goes on; once it runs, it may take as long as it needs.
"""

from contextlib import contextmanager, suppress

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import DatabaseError, OperationalError, connections

from portal.alone import alone
from portal.ledger import triggers

LONGEST_WAIT = "10s"  # for a table that others use


class Command(migrate.Command):
    """Migrates, and leaves the ledgers protected."""

    def execute(self, *args, **options):
        if options["plan"] or options["check_unapplied"]:  # those only look
            return super().execute(*args, **options)
        connection = connections[options["database"]]
        with alone("migrate", connection), impatient(connection):
            triggers.install(connection)
            return super().execute(*args, **options)


@contextmanager
def impatient(connection):
    """Raises ``CommandError`` with a sentence where a table is used for too long."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{LONGEST_WAIT}'; SET statement_timeout = 0")
    try:
        yield
    except OperationalError as error:
        if "lock timeout" not in str(error):
            raise
        raise CommandError(
            f"Somebody used a table for longer than {LONGEST_WAIT}, so this migration gave up and changed nothing. "
            "Run it again; if it happens again, stop the worker or end the long query (pg_stat_activity)."
        ) from None
    finally:
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("RESET lock_timeout; RESET statement_timeout")
