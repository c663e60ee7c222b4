"""Which keys the database still needs, and for what: the name of a key stands beside whatever was made with it."""

from collections import Counter
from dataclasses import dataclass

from django.apps import apps
from django.db.models import BinaryField, Count, Model, Q, QuerySet
from django.db.models.functions import Substr

from consent.keys.ring import NAME_LENGTH
from consent.models import AddressReveal, ConsentEntry, Erasure, Suppression
from consent.models.sealed import HoldsAddress

REFERENCES = (ConsentEntry, Erasure, AddressReveal)  # by ``subject``: what stays when somebody is gone


@dataclass(frozen=True)
class Need:
    """How many rows need one key."""

    addresses: int = 0
    suppressions: int = 0
    references: int = 0

    @property
    def is_pressing(self) -> bool:
        """Whether the portal would do wrong without the key: lose an address, or write to somebody who said never."""
        return bool(self.addresses or self.suppressions)


def address_models() -> list[type[HoldsAddress]]:
    """Every model whose rows hold an address."""
    return [model for model in apps.get_models() if issubclass(model, HoldsAddress)]


def needs() -> dict[str, Need]:
    """What the database needs each key for, by the key's name. Looks at every row; seal and look-up have one key."""
    addresses: Counter[str] = sum((_keys(model, "lookup") for model in address_models()), Counter())
    references: Counter[str] = sum((_keys(model, "subject") for model in REFERENCES), Counter())
    suppressions = _suppressions()
    names = sorted({*addresses, *suppressions, *references})
    return {name: Need(addresses[name], suppressions[name], references[name]) for name in names}


def made_otherwise(model: type[HoldsAddress], name: str) -> QuerySet:
    """Rows whose address or look-up was made with another key than the one of this name."""
    sealed_with = Substr("sealed_address", 2, NAME_LENGTH // 2, output_field=BinaryField())  # see ``keys.sealing``
    rows = model._default_manager.annotate(sealed_with=sealed_with)
    return rows.filter(~Q(lookup__startswith=f"{name}:") | ~Q(sealed_with=bytes.fromhex(name)))


def _suppressions() -> Counter[str]:
    """By every key that made one of a row's two look-ups, that of the address or that of the mailbox. One query."""
    of_address, of_mailbox = Substr("lookup", 1, NAME_LENGTH), Substr("family", 1, NAME_LENGTH)
    rows = Suppression.objects.annotate(of_address=of_address, of_mailbox=of_mailbox)
    found: Counter[str] = Counter()
    counted = rows.values_list("of_address", "of_mailbox").annotate(Count("pk")).order_by()
    for address_key, mailbox_key, number in counted:
        found.update(dict.fromkeys({address_key, mailbox_key} - {""}, number))
    return found


def _keys(model: type[Model], column: str) -> Counter[str]:
    rows = model._default_manager.exclude(**{column: ""}).annotate(key=Substr(column, 1, NAME_LENGTH))
    return Counter(dict(rows.values_list("key").annotate(Count("pk")).order_by()))
