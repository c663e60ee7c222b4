"""Adds many entries to a ledger in one go. Each holds the hash of the one before it, as ``LedgerEntry.append`` makes it
(``portal.ledger.chain``), so that ``manage.py verify_ledger`` proves them like all others.

The head moves on by many at once, which the database refuses everywhere else: whoever uses this has lifted its triggers
within the same transaction.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from demo.dataset.rows import Rows
from portal.ledger.chain import entry_hash
from portal.models import LedgerEntry, LedgerHead

CHAINED = ("number", "recorded_at", "previous_hash", "entry_hash")


class Chain:
    """Entries of one ledger, to be added one after the other and ended with ``close``."""

    def __init__(self, ledger: type[LedgerEntry], varying: Sequence[str], fixed: Mapping[str, Any] | None = None):
        head, _made = LedgerHead.objects.select_for_update().get_or_create(ledger=ledger._meta.label)
        self._head, self._names = head, tuple(varying)
        self.number, self._digits = head.number, head.entry_hash
        self.rows = Rows(ledger, (*CHAINED, *varying), fixed)

    def add(self, at: datetime, *values: Any) -> int:
        """Adds an entry, recorded ``at``, and gives its number."""
        previous, self.number = self._digits, self.number + 1
        content = {**self.rows.fixed, **dict(zip(self._names, values, strict=True))}
        content |= {"number": self.number, "recorded_at": at, "previous_hash": previous}
        self._digits = entry_hash(content)
        self.rows.add(self.number, at, previous, self._digits, *values)
        return self.number

    def close(self) -> None:
        """Writes what waits and moves the head on."""
        self.rows.flush()
        LedgerHead.objects.filter(pk=self._head.pk).update(number=self.number, entry_hash=self._digits)
