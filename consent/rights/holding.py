"""What is held of an address, section by section, made from the register alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from consent.addresses import Address
from consent.models import ConsentEntry, Contact, Request
from consent.register.personal_data import PersonalData, Row, declared, subjects_of
from consent.rights.labels import COUNTED, LABELS, LETTERS


@dataclass(frozen=True)
class Section:
    """What one model holds. ``rows`` are never empty in a section that is shown."""

    data: PersonalData
    rows: list[Row]

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The rows in words: pairs of label and value, when each is deleted, and the words it is about."""
        return [
            {
                "values": [
                    (self._label(name), _in_words(name, value)) for name, value in row.items() if _is_shown(name, value)
                ],
                "words": row.get("words", []),
                "deleted_on": row.get("deleted_on"),
            }
            for row in self.rows
        ]

    def _label(self, name: str) -> Any:
        labels: Mapping[str, Any] = {**LABELS, **self.data.labels}
        return labels.get(name) or name.replace("_", " ").capitalize()


_WORDS: Mapping[str, Mapping[str, Any]] = {"letter": LETTERS, "what": COUNTED}


def _is_shown(name: str, value: Any) -> bool:
    return name not in ("words", "deleted_on") and value not in (None, "")


def _in_words(name: str, value: Any) -> Any:
    if name in _WORDS:
        return _WORDS[name].get(value, value)
    if name == "language":
        return get_language_info(value)["name_local"].capitalize()
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return value


def held_on(address: Address) -> list[Section]:
    """Whatever is held of ``address``, what weighs most first: confirmed data, then records, then notes of mail."""
    contacts = list(Contact.objects.of(address))
    sections = [Section(data, data.exporter(address, contacts)) for data in declared()]
    order = {label: number for number, label in enumerate(_FIRST)}
    return sorted(
        (section for section in sections if section.rows), key=lambda each: order.get(each.data.label, len(order))
    )


_FIRST = ("consent.Contact", "consent.Consent", "consent.Request", "consent.Suppression", "consent.OutgoingMail")


def is_anything_held(address: Address) -> bool:
    """Whether there is more than what the question itself left."""
    if Request.objects.of(address).exclude(kind=Request.Kind.ACCESS).exists():
        return True
    contacts = list(Contact.objects.of(address))
    if ConsentEntry.objects.filter(subject__in=subjects_of(address, contacts)).exists():
        return True
    return any(data.exporter(address, contacts) for data in declared() if not data.comes_with_asking)
