"""The record of processing (GDPR, article 30), made from the declarations of ``personal_data``: what is held, why, on
what ground, for how long, and what an erasure leaves. Readers, staff and docs/what-we-process.md see the same.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from consent.models import Erasure
from consent.register.personal_data import declared


@dataclass(frozen=True)
class Processing:
    """What one model holds of people. ``stays``: what an erasure leaves, and why; empty if that is nothing."""

    model: str
    what: Any
    why: Any
    basis: Any
    how_long: Any
    stays: Any
    is_erased: bool


def record_of_processing() -> list[Processing]:
    """Every kind of personal data that the portal holds. Words are translated when they are shown."""
    return [
        Processing(each.label, each.what, each.why, each.basis, each.how_long, each.stays, each.eraser is not None)
        for each in declared()
    ]


def what_stays(held: Collection[str]) -> list[Processing]:
    """What an erasure leaves of the models ``held``, in whole or in part, and the note of the erasure itself."""
    return [each for each in record_of_processing() if each.stays and each.model in {*held, Erasure._meta.label}]


def as_markdown() -> str:
    """The record as a table for docs/what-we-process.md."""
    rows = [("Model", "What", "Why", "Basis", "How long", "After an erasure"), ("---",) * 6]
    rows += [
        (f"`{each.model}`", each.what, each.why, each.basis, each.how_long, each.stays or "Nothing is left.")
        for each in record_of_processing()
    ]
    return "\n".join(f"| {' | '.join(str(cell) for cell in row)} |" for row in rows) + "\n"
