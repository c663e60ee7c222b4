"""Whether a receipt is genuine: signed by this installation, and not altered since by as much as a letter.

Whoever asks learns, for a genuine receipt alone, whether the ledger has its entry and whether its words were published
here. Nothing that is handed in is kept.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from consent.keys.ring import UnknownKeyError
from consent.keys.signatures import is_genuine
from consent.models import ConsentEntry, TextVersion
from consent.receipts.canonical import canonical
from consent.receipts.making import SIGNATURE


class Standing(StrEnum):
    """What a receipt turned out to be."""

    GENUINE = "genuine"
    ALTERED = "altered"
    UNKNOWN_KEY = "unknown-key"
    NO_RECEIPT = "no-receipt"


@dataclass(frozen=True)
class Verdict:
    """What was found. The receipt itself is there when it is genuine."""

    standing: Standing
    key: str = ""
    receipt: dict[str, Any] = field(default_factory=dict)
    is_in_ledger: bool = False
    has_known_words: bool = False

    @property
    def confirmed_at(self) -> datetime | None:
        """When the consent of a genuine receipt was confirmed."""
        return datetime.fromisoformat(self.receipt["header"]["issued"]) if self.receipt else None


def verify(receipt: dict[str, Any]) -> Verdict:
    """Looks at what ``reading.read`` gave. Two queries for a genuine receipt, none otherwise."""
    proof = receipt.get("proof")
    if not isinstance(proof, dict) or proof.get("type") != SIGNATURE:
        return Verdict(Standing.NO_RECEIPT)
    key, signature = proof.get("key"), proof.get("signature")
    if not isinstance(key, str) or not isinstance(signature, str):
        return Verdict(Standing.NO_RECEIPT)
    try:
        data = canonical({name: value for name, value in receipt.items() if name != "proof"})
        if set(proof) != {"type", "key", "signature"} or not is_genuine(key, signature, data):
            return Verdict(Standing.ALTERED, key)
    except UnknownKeyError:
        return Verdict(Standing.UNKNOWN_KEY)
    except ValueError:  # letters that are none
        return Verdict(Standing.ALTERED, key)
    return Verdict(Standing.GENUINE, key, receipt, _is_in_ledger(receipt), _has_known_words(receipt))


def _is_in_ledger(receipt: dict[str, Any]) -> bool:
    """Whether every event of the receipt is an entry with just that hash."""
    wanted = {(event["entry"], event["hash"]) for event in receipt["events"]}
    found = ConsentEntry.objects.filter(number__in=[number for number, _hash in wanted])
    return wanted == set(found.values_list("number", "entry_hash"))


def _has_known_words(receipt: dict[str, Any]) -> bool:
    """Whether all the words that were agreed to stand among the published ones."""
    processing = receipt["processing"]
    texts = [processing["notice"], *processing["policies"], *processing["purposes"]]
    wanted = {text["digest"] for text in texts if text["digest"]}
    return wanted == set(TextVersion.objects.filter(digest__in=wanted).values_list("digest", flat=True))
