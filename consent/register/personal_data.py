"""Which models hold personal data, why, for how long, and how each is shown to its owner and erased.

One declaration for each model (GDPR, articles 13, 15, 17 and 30). The record of processing, what a person is shown,
erasure and a system check are all made from it. Apps declare theirs when they are loaded.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from consent.addresses import Address
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import Contact

Row = dict[str, Any]
Exporter = Callable[[Address, list[Contact]], list[Row]]
Eraser = Callable[[Address, list[Contact]], None]


@dataclass(frozen=True)
class PersonalData:
    """What one model holds of a person.

    ``exporter`` gives what is held of one address as rows of plain values by names; ``deleted_on`` among them is the
    time at which a row goes. ``eraser`` takes the rows away; where they stay, whole or in part, ``stays`` says why.
    """

    model: type[Model]
    what: Any
    why: Any
    basis: Any
    how_long: Any
    exporter: Exporter
    eraser: Eraser | None = None
    stays: Any = ""
    labels: Mapping[str, Any] = field(default_factory=dict)  # the names of values, in words
    comes_with_asking: bool = False  # such rows are made by the very question what is held

    @property
    def label(self) -> str:
        """The name of the model."""
        return self.model._meta.label


DECLARED: dict[str, PersonalData] = {}
WITHOUT: set[str] = set()  # models that hold nothing of a person, or nothing without the row they belong to


def declare(data: PersonalData) -> None:
    """Declares a model. Raises ``ValueError`` if it is declared already."""
    if data.label in DECLARED or data.label in WITHOUT:
        raise ValueError(f"{data.label} is declared twice.")
    DECLARED[data.label] = data


def holds_nothing(*labels: str) -> None:
    """Declares that these models hold nothing of a person. Raises ``ValueError`` if one is declared already."""
    if taken := DECLARED.keys() & set(labels):
        raise ValueError(f"{taken.pop()} is declared twice.")
    WITHOUT.update(labels)


def goes_with(owner: str, *labels: str) -> None:
    """Declares that these models are parts of what ``owner`` holds: they are deleted with its row, and its declaration
    speaks for them. Raises ``ValueError`` if ``owner`` is not declared, or one of them is.
    """
    if owner not in DECLARED:
        raise ValueError(f"{owner} is not declared.")
    holds_nothing(*labels)


def declared() -> list[PersonalData]:
    """Every declaration, by the label of its model."""
    return [DECLARED[label] for label in sorted(DECLARED)]


def erasers() -> Iterable[Eraser]:
    """What erases the rows of each model. Rows that point at others go before these."""
    return [data.eraser for data in sorted(declared(), key=_depth, reverse=True) if data.eraser]


def subjects_of(address: Address, contacts: Iterable[Contact]) -> set[str]:
    """Every reference under which the ledger may know ``address``: of each key, and as its contacts hold it."""
    return {*indexes(Use.SUBJECT, address.canonical), *(contact.subject for contact in contacts)}


def _depth(data: PersonalData, above: tuple[str, ...] = ()) -> int:
    """How many declared models stand behind this one, each pointed at by the one before it."""
    fields: Iterable[Any] = data.model._meta.get_fields()
    targets = {each.related_model._meta.label for each in fields if _points(each)}
    further = [DECLARED[label] for label in targets & DECLARED.keys() if label not in (*above, data.label)]
    return 1 + max((_depth(each, (*above, data.label)) for each in further), default=0)


def _points(field: Any) -> bool:
    return bool(field.concrete and (field.many_to_one or field.one_to_one) and field.related_model)
