"""The demonstration inside a transaction, for tests that look at it."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db import transaction

PORT = 8000


@contextmanager
def loaded_demonstration(database_blocker):
    """Loads the demonstration and takes it back afterwards. Tests in between undo what they change."""
    with database_blocker.unblock(), transaction.atomic():
        call_command("load_demo", port=PORT, verbosity=0)
        yield
        transaction.set_rollback(True)
