"""What consent has to do with backups: the keys must be there before anything is restored, the journal of erasures goes
along, and after a restore it is carried out again (docs/erasure.md; GDPR, article 17).

The journal of this machine is the one that counts. Lines that only the archive's copy has, because this machine is new
or lost its journal, are added to it: nobody who was erased comes back for that.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from consent import journal
from consent.keys.needed import needs
from consent.keys.ring import UnknownKeyError, ring
from consent.keys.sealing import SealError
from consent.models import OutgoingMail
from consent.rules.reapplying import Reapplied, reapply
from portal.backup.concerns import Concern, register
from portal.backup.errors import RestoreError

JOURNAL = "erasures.jsonl"
AGAIN = "Then run manage.py reapply_erasures."


def facts() -> dict[str, Any]:
    """Names of the keys that the addresses in the database need."""
    return {"keys": [name for name, need in needs().items() if need.is_pressing]}


def objections(noted: Mapping[str, Any]) -> list[str]:
    """A sentence for each key that the archive needs and this portal lacks."""
    there = {key.name for key in ring()}
    return [
        f"CONSENT_KEYS lacks the key {name}, with which addresses in the backup are sealed. Put it back, after the one "
        "in use."
        for name in noted.get("keys", ())
        if name not in there
    ]


def files() -> dict[str, Path]:
    """The journal as it stands."""
    return {JOURNAL: Path(settings.ERASURE_JOURNAL)}


def afterwards(folder: Path) -> Iterator[str]:
    """Carries out again what people asked for since the backup was made."""
    machine, archived = Path(settings.ERASURE_JOURNAL), folder / JOURNAL
    was_there = machine.exists()
    try:
        added = _complete(archived) if archived.exists() else 0
        done = reapply()
    except (journal.JournalError, SealError, UnknownKeyError) as error:
        raise RestoreError(
            f"The database is back, but the journal of erasures was not carried out: {error} Mend that. {AGAIN} "
            "Until then leave the portal under maintenance.",
            has_changed=True,
        ) from None
    if not was_there:
        yield (
            f"WARNING: there was no journal of erasures at {machine}. What people asked for after the backup is not "
            f"known here, and they may have come back. Put the newest journal there. {AGAIN}"
        )
    if added:
        yield f"{added} lines of the archive's journal were not in that of this machine, and were added to it."
    yield _told(done)
    for number in done.unreadable:
        yield f"Line {number} of the journal can't be read. It was left out."
    yield from _mail_that_waits()


def _complete(archived: Path) -> int:
    """Adds the lines that only the archived journal has. How many."""
    there = {json.dumps(line.entry, sort_keys=True) for line in journal.lines()}
    entries = [line.entry for line in journal.lines(archived) if line.entry]
    missing = [entry for entry in entries if json.dumps(entry, sort_keys=True) not in there]
    for entry in missing:
        journal.add(entry)
    return len(missing)


def _told(done: Reapplied) -> str:
    counts = (done.erasures, done.withdrawals, done.suppressions, done.lifted)
    if not any(counts):
        return "The journal of erasures holds nothing that the backup had forgotten."
    return (
        f"Carried out again from the journal: {done.erasures} erasures, {done.withdrawals} withdrawals, "
        f"{done.suppressions} suppressions, {done.lifted} lifted suppressions."
    )


def _mail_that_waits() -> Iterator[str]:
    states = (OutgoingMail.State.WAITING, OutgoingMail.State.SENDING)
    number = OutgoingMail.objects.filter(state__in=states, due_at__lte=timezone.now()).count()
    if number:
        yield (
            f"{number} mails were waiting when the backup was made. Those that left since then will leave once more, "
            "under the same Message-ID, as soon as a worker runs."
        )


register(Concern("consent", facts, objections, afterwards, files))
