"""A new key: every address is sealed anew and gets a new look-up, while the portal runs (NIST SP 800-57 Part 1, 5.3.6).

The new key stands first in ``CONSENT_KEYS`` and the old ones after it, so that everything is found and opened before,
meanwhile and after. Each row is a transaction of its own, in which its person is held: whoever confirms, withdraws or
is erased meanwhile is not undone. Killed at any moment, it goes on where it stood.

What holds no address can't be made anew: suppressions, references in the ledger, the journal of erasures, receipts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from consent.keys.joining import join
from consent.keys.needed import address_models, made_otherwise
from consent.keys.ring import UnknownKeyError, current
from consent.keys.sealing import SealError
from consent.models import Contact
from consent.models.sealed import HoldsAddress
from consent.rules.holding import held_contacts, hold


@dataclass
class Progress:
    """How far it is with one model."""

    model: type[HoldsAddress]
    done: int = 0
    failed: int = 0  # rows that do not open

    @property
    def left(self) -> int:
        """Rows that are still to be made anew. A query."""
        return made_otherwise(self.model, current().name).count() - self.failed


def rotate(batch: int) -> Iterator[Progress]:
    """Makes every address anew with the key in use, and tells after each ``batch`` of rows how far it is."""
    for model in address_models():
        progress, after = Progress(model), None
        while pks := _next(made_otherwise(model, current().name), after, batch):
            for pk in pks:
                _renew(model, pk, progress)
            after = pks[-1]
            yield progress


def _next(rows: QuerySet, after: UUID | None, batch: int) -> list[UUID]:
    rows = rows if after is None else rows.filter(pk__gt=after)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:batch])


@transaction.atomic
def _renew(model: type[HoldsAddress], pk: UUID, progress: Progress) -> None:
    """Seals one row anew, unless it was erased meanwhile. A second contact of a person is joined with the first."""
    found = model._default_manager.filter(pk=pk).first()
    if found is None:
        return
    try:
        address = found.address
    except (SealError, UnknownKeyError):
        progress.failed += 1
        return
    hold(address)
    row = model._default_manager.select_for_update().filter(pk=pk).first()
    if row is None:
        return
    address = row.address  # corrected meanwhile, perhaps
    others = [other for other in held_contacts(address) if other.pk != pk]
    if isinstance(row, Contact) and others:
        join(row, into=others[0])
    else:
        row.address = address
        row.save(update_fields=["sealed_address", "lookup"])
    progress.done += 1
