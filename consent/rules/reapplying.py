"""After a restore from a backup: carries out again what the journal holds and the database has forgotten (GDPR, article
17; EDPB, Guidelines 5/2019).

A line reaches rows that are older than itself alone: somebody who came back later stays. A contact is as old as the day
on which its owner confirmed the address that it has now: a line on an address never reaches somebody who moved there
afterwards. A person is found by the keyed reference of each key, whichever was in use. A line that the database shows
already changes nothing, so that the whole may be stopped and begun again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from consent import journal
from consent.addresses import Address
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import Consent, ConsentEntry, Contact, Erasure, OutgoingMail, Request, Suppression, Token
from consent.register.personal_data import subjects_of
from consent.rules.erasing import erase_rows, note_erasure
from consent.rules.holding import held_requests
from consent.rules.suppressing import keep_suppression
from consent.rules.withdrawing import withdraw

AGAIN = ConsentEntry.Method.JOURNAL
People = dict[str, set[Address]]


@dataclass
class Reapplied:
    """How many things were carried out again, and the numbers of lines that can't be read."""

    erasures: int = 0
    withdrawals: int = 0
    suppressions: int = 0
    lifted: int = 0
    unreadable: list[int] = field(default_factory=list)


def reapply(path: Path | None = None, *, is_trial: bool = False) -> Reapplied:
    """Carries out the journal again, or that in ``path``. A trial counts, and changes nothing."""
    lines = list(journal.lines(path))
    done = Reapplied(unreadable=[line.number for line in lines if line.entry is None])
    entries = [line.entry for line in lines if line.entry is not None]
    entries.sort(key=lambda entry: datetime.fromisoformat(entry["at"]))  # two journals may have become one
    if not is_trial:
        _carry_out(entries, done)
        return done
    with transaction.atomic():
        _carry_out(entries, done)
        transaction.set_rollback(True)
    return done


def _carry_out(entries: list[dict[str, Any]], done: Reapplied) -> None:
    people = _people({entry["reference"] for entry in entries})
    suppressed: dict[str, dict[str, Any]] = {}
    for entry in entries:
        at, reference = datetime.fromisoformat(entry["at"]), entry["reference"]
        match entry["event"]:
            case "erasure":
                done.erasures += _erase(reference, people[reference], at)
            case "correction":
                done.erasures += _erase_old_address(reference, people[reference], at)
            case "withdrawal":
                done.withdrawals += _withdraw(people[reference], entry, at)
            case "suppression" | "lifted":
                suppressed[reference] = entry
    _suppress(suppressed, people, done)


def _people(references: set[str]) -> People:
    """The addresses in the database behind each reference. Every address is opened, and let go at once."""
    found: People = defaultdict(set)
    for contact in Contact.objects.iterator(chunk_size=500):
        for reference in subjects_of(contact.address, [contact]) & references:
            found[reference].add(contact.address)
    for request in Request.objects.iterator(chunk_size=500):
        lookups = indexes(Use.SUPPRESSION, request.address.canonical)
        for reference in {*subjects_of(request.address, []), *lookups} & references:
            found[reference].add(request.address)
    return found


@transaction.atomic
def _erase(reference: str, addresses: Iterable[Address], at: datetime) -> bool:
    if Erasure.objects.filter(subject=reference, erased_at=at).exists():
        return False
    for address in addresses:
        _erase_older(address, at)
    note_erasure(reference, method=AGAIN, at=at)
    return True


@transaction.atomic
def _erase_old_address(reference: str, addresses: Iterable[Address], at: datetime) -> bool:
    """The new address is lost with the newer data, and the old one is nobody's any more: it must not come back."""
    if not sum(_erase_older(address, at) for address in addresses):
        return False
    note_erasure(reference, method=AGAIN, at=at)
    return True


def _erase_older(address: Address, at: datetime) -> bool:
    """Erases rows of ``address`` that are no newer than ``at``. Whether there were any."""
    contacts, requests = Contact.objects.of(address), Request.objects.of(address)
    consents = Consent.objects.filter(contact__in=contacts)
    older = contacts.filter(confirmed_at__lte=at).exists() or requests.filter(created_at__lte=at).exists()
    newer = (
        contacts.filter(confirmed_at__gt=at).exists()
        or requests.filter(created_at__gt=at).exists()
        or consents.filter(given_at__gt=at).exists()
    )
    if older and not newer:
        erase_rows(address)
    elif older:
        _erase_part(address, at)
    return older


def _erase_part(address: Address, at: datetime) -> None:
    """Somebody was erased and came back: what they gave since then stays."""
    _delete_requests(address, at)
    for contact in Contact.objects.select_for_update().of(address).filter(confirmed_at__lte=at):
        contact.mails.filter(created_at__lte=at).delete()
        Token.objects.filter(contact=contact, created_at__lte=at).delete()
        contact.consents.filter(given_at__lte=at).delete()
        if not contact.consents.exists():
            contact.delete()


def _delete_requests(address: Address, at: datetime) -> None:
    OutgoingMail.objects.filter(request__in=held_requests(address), created_at__lte=at).delete()
    Request.objects.of(address).filter(created_at__lte=at).delete()


def _withdraw(addresses: Iterable[Address], entry: dict[str, Any], at: datetime) -> int:
    contacts = [contact.pk for address in addresses for contact in Contact.objects.of(address)]
    given = Consent.objects.given().filter(contact__in=contacts, contact__confirmed_at__lte=at, given_at__lte=at)
    wanted = given.filter(purpose__code=entry.get("purpose", ""), purpose__site_id=entry.get("site") or 0)
    return sum(withdraw(consent, method=AGAIN, again_at=at) for consent in wanted)


@transaction.atomic
def _suppress(suppressed: dict[str, dict[str, Any]], people: People, done: Reapplied) -> None:
    """What the last line on each address says. “This wasn't me” took the requests away too."""
    for reference, entry in suppressed.items():
        at, reason = datetime.fromisoformat(entry["at"]), entry.get("reason", "")
        if entry["event"] == "suppression" and reason:
            family = entry.get("family", "")
            done.suppressions += keep_suppression(reference, reason=reason, family=family, at=at)
            for address in people[reference] if reason == Suppression.Reason.NOT_ME else ():
                _delete_requests(address, at)
        else:
            lifted, _models = Suppression.objects.filter(lookup=reference, created_at__lte=at).delete()
            done.lifted += lifted
