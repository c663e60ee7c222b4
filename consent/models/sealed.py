"""What every row with an address shares: the address stands in it sealed, beside a keyed look-up for equality."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from consent.addresses import Address, masked
from consent.keys.indexes import INDEX_LENGTH, index, indexes
from consent.keys.ring import Use
from consent.keys.sealing import seal, unseal


class SealedQuerySet(models.QuerySet):
    """Rows with a sealed address."""

    def of(self, *addresses: Address) -> "SealedQuerySet":
        """Those of these addresses, whichever key made their look-up."""
        return self.filter(lookup__in=[each for one in addresses for each in indexes(Use.LOOKUP, one.canonical)])


class HoldsAddress(models.Model):
    """A row with an address (DESIGN.md, C7). Its id is known before it is saved: the address is bound to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed_address = models.BinaryField(_("address, sealed"), editable=False)
    lookup = models.CharField(_("look-up of the address"), max_length=INDEX_LENGTH, editable=False)

    objects = SealedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def address(self) -> Address:
        """The address itself. Staff see it through ``rules.revealing`` alone. Raises ``SealError``."""
        return Address.stored(unseal(self.sealed_address, **self._place()))

    @address.setter
    def address(self, address: Address) -> None:
        self.sealed_address = seal(str(address), **self._place())
        self.lookup = index(Use.LOOKUP, address.canonical)

    @property
    def masked_address(self) -> str:
        """``j***@e***.org``."""
        return masked(str(self.address))

    def _place(self) -> dict:
        return {"table": self._meta.db_table, "row": self._meta.pk.to_python(self.pk), "column": "sealed_address"}
