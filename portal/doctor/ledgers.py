"""The ledgers: their newest entries every time, all of them when asked for (``--full``)."""

from collections.abc import Iterator
from itertools import pairwise

from portal.doctor.examination import Finding, Wish, examines, fine, problem
from portal.ledger.proof import prove
from portal.ledger.tables import ledgers
from portal.models import LedgerEntry, LedgerHead

NEWEST = 200


@examines("ledgers", "Ledgers", needs_database=True)
def ledgers_are_whole(wish: Wish) -> Iterator[Finding]:
    """No entry was altered, removed or slipped in."""
    for ledger in ledgers():
        name = ledger._meta.label
        if wish.is_thorough:
            proof = prove(ledger)
            number, reason = proof.fault or (0, "")
        else:
            number, reason = newest_fault(ledger)
        if reason:
            yield problem(
                f"{name}: entry {number} is bad: {reason}.",
                "Run manage.py verify_ledger, find out who was on the database, and restore a backup if need be.",
            )
        else:
            yield fine(f"{name} is in order" + ("." if wish.is_thorough else f" in its {NEWEST} newest entries."))


def newest_fault(ledger: type[LedgerEntry]) -> tuple[int, str]:
    """Number and reason of the first bad one among the newest entries; 0 and nothing if there is none."""
    head = LedgerHead.objects.filter(ledger=ledger._meta.label).first() or LedgerHead()
    entries = sorted(ledger._default_manager.order_by("-number")[:NEWEST], key=lambda entry: entry.number)
    last = entries[-1] if entries else None
    if (last.number if last else 0) != head.number:
        return head.number, f"the ledger's head names it, and the newest entry is {last.number if last else 0}"
    if last and last.entry_hash != head.entry_hash:
        return last.number, "its hash is not the one at the ledger's head"
    for entry in entries:
        if entry.entry_hash != entry.computed_hash():
            return entry.number, "its content was altered"
    for before, entry in pairwise(entries):
        if entry.number != before.number + 1 or entry.previous_hash != before.entry_hash:
            return entry.number, "it does not follow from the entry before it"
    return 0, ""
