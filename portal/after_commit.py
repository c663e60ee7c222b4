"""What follows once a change stands in the database. It must not undo the change, nor cost its author the answer.

Django's own ``on_commit(robust=True)`` logs the words of an error, which may hold an address, and fails by itself where
what it calls has no name of its own (``functools.partial``).
"""

import logging
from collections.abc import Callable

from django.db import transaction

logger = logging.getLogger(__name__)


def after_commit(name: str, act: Callable[[], object]) -> None:
    """Calls ``act`` once the transaction is committed, at once where there is none. What goes wrong is logged."""

    def safely() -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001 - see above
            logger.error("%s failed: %s", name, type(error).__name__)

    transaction.on_commit(safely)
