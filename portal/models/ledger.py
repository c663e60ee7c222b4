"""What every ledger shares: numbered entries, each of which holds the hash of the one before it.

Entries are added through ``append`` alone, one after the other: the row of ``LedgerHead`` is locked meanwhile, so that
the chain can't fork. The database refuses everything else (``portal.ledger.triggers``).
"""

import json
from collections.abc import Iterator
from typing import Any, Self

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.ledger.chain import GENESIS, entry_hash
from portal.prepared import prepared

_MOVE_ON = """
UPDATE portal_ledgerhead SET number = %s, entry_hash = %s WHERE ledger = %s AND number = %s AND entry_hash = %s
"""


class LedgerError(Exception):
    """Somebody tried to change or delete an entry of a ledger."""


class LedgerHead(models.Model):
    """Number and hash of the newest entry of a ledger. It only ever moves on by one."""

    ledger = models.CharField(_("ledger"), max_length=100, unique=True)
    number = models.PositiveBigIntegerField(_("entries"), default=0)
    entry_hash = models.CharField(_("hash of the newest entry"), max_length=64, default=GENESIS)

    class Meta:
        verbose_name = _("head of a ledger")
        verbose_name_plural = _("heads of ledgers")

    def __str__(self):
        return f"{self.ledger}: {self.number}"


class LedgerEntry(models.Model):
    """An entry of a ledger. Holds plain values and no foreign keys: it outlives everything that it names."""

    number = models.PositiveBigIntegerField(_("number"), unique=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded"), editable=False)
    previous_hash = models.CharField(_("hash of the entry before"), max_length=64, unique=True, editable=False)
    entry_hash = models.CharField(_("hash"), max_length=64, unique=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["number"]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.number}"

    def save(self, *args, **kwargs):
        """Saves a new entry. Raises ``LedgerError`` for one that is there already, and for one without its hash."""
        if not self._state.adding:
            raise LedgerError(_("An entry of a ledger can't be changed."))
        if self.entry_hash != self.computed_hash():
            raise LedgerError(_("Entries are added to a ledger one after the other, with “append”."))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Raises ``LedgerError``: entries stay."""
        raise LedgerError(_("An entry of a ledger can't be deleted."))

    @classmethod
    def append(cls, *, seen_head: tuple[int | None, str | None] = (None, None), **values: Any) -> Self:
        """Adds an entry and returns it. All or nothing, together with the transaction around it.

        ``seen_head``: number and hash of the newest entry, if the caller has read them already: saves a query where
        nothing was added since. Raises ``LedgerError`` for a value that a database would not give back as it is; then
        nothing was written. When the database refuses, the transaction around it can only be rolled back.
        """
        entry = cls(**values, number=0, previous_hash=GENESIS, recorded_at=timezone.now())
        entry._settle()
        with transaction.atomic(savepoint=False):
            number, digits = seen_head
            if number is None or digits is None or not entry._take_place(number, digits):
                head = cls.hold_head()
                entry._take_place(head.number, head.entry_hash)
            entry.save(force_insert=True)
        return entry

    @classmethod
    def hold_head(cls) -> LedgerHead:
        """Lets nobody else add entries until the transaction ends. Who adds to several ledgers holds them in order."""
        if head := _held_head.first(cls._meta.label):
            return head
        return LedgerHead.objects.select_for_update().get_or_create(ledger=cls._meta.label)[0]

    def _take_place(self, number: int, digits: str) -> bool:
        """Becomes the entry after the one with this number and hash, if that is still the newest: moves the head on."""
        self.number, self.previous_hash, self.recorded_at = number + 1, digits, timezone.now()
        self.entry_hash = self.computed_hash()
        with connection.cursor() as cursor:
            cursor.execute(_MOVE_ON, [self.number, self.entry_hash, self._meta.label, number, digits])
            return cursor.rowcount == 1

    def _settle(self) -> None:
        """Brings every value into the form in which the database will give it back: the hash is made of that one."""
        for field in self._meta.concrete_fields:
            value = field.to_python(getattr(self, field.attname))
            try:
                if isinstance(field, models.JSONField):
                    value = json.loads(json.dumps(value, cls=field.encoder, allow_nan=False))
                for text in _texts(value):
                    text.encode()
            except ValueError as error:
                raise LedgerError(_("A ledger can't hold what stands in “%s”.") % field.verbose_name) from error
            setattr(self, field.attname, value)

    def computed_hash(self) -> str:
        """The hash that this entry should have by its values."""
        fields = (field.attname for field in self._meta.concrete_fields)
        return entry_hash({name: getattr(self, name) for name in fields if name not in ("id", "entry_hash")})

    def faults(self) -> list[str]:
        """What is wrong inside this entry, beside its place in the chain. For ledgers with promises of their own."""
        return []


@prepared
def _held_head(ledger: str) -> models.QuerySet[LedgerHead]:
    return LedgerHead.objects.select_for_update().filter(ledger=ledger)


def _texts(value: Any) -> Iterator[str]:
    """Every text in ``value``. Raises ``ValueError`` for one with a NUL: SQLite would cut it, PostgreSQL refuses it."""
    match value:
        case str() if "\0" in value:
            raise ValueError(value)
        case str():
            yield value
        case dict():
            yield from _texts([*value, *value.values()])
        case list():
            for inner in value:
                yield from _texts(inner)
