"""Which models hold personal data, why, for how long, and how each is shown to its owner and erased.

One declaration for each model (GDPR, articles 13, 15, 17 and 30). The record of processing, the pages on a person's
rights and a system check are all made from it. Apps declare theirs when they are loaded.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from consent.addresses import Address
from consent.models import Contact

Exporter = Callable[[Address, list[Contact]], list[dict[str, Any]]]
Eraser = Callable[[Address, list[Contact]], None]


@dataclass(frozen=True)
class PersonalData:
    """What one model holds of a person.

    ``exporter`` gives what is held of one address as rows of plain values by names; ``eraser`` takes it away, and is
    None where ``consent.rules.erasing`` does so itself or where the row stays (``stays`` says why).
    """

    model: type[Model]
    what: Any
    why: Any
    basis: Any
    how_long: Any
    exporter: Exporter
    eraser: Eraser | None = None
    stays: Any = ""


DECLARED: dict[str, PersonalData] = {}


def declare(data: PersonalData) -> None:
    """Declares a model. Raises ``ValueError`` if it is declared already."""
    label = data.model._meta.label
    if label in DECLARED:
        raise ValueError(f"{label} is declared twice.")
    DECLARED[label] = data


def declared() -> Iterable[PersonalData]:
    """Every declaration, by the label of its model."""
    return [DECLARED[label] for label in sorted(DECLARED)]


def erasers() -> Iterator[Eraser]:
    """What erases the rows of each model that has an eraser of its own."""
    return (data.eraser for data in declared() if data.eraser)
