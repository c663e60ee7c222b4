"""What a page shows of a sign-up box: the words, what was typed, what is wrong. Ids begin with ``prefix``, so that
several boxes stand on one page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from consent.versions.offers import Offer


class Choice(NamedTuple):
    """One box that may be ticked."""

    id: str
    code: str
    label: str
    is_ticked: bool


@dataclass(frozen=True)
class SignUpBox:
    """One box on one page. Nothing is ticked unless the person ticked it."""

    offer: Offer
    prefix: str = "sign-up"
    email: str = field(default="", repr=False)
    ticked: tuple[str, ...] = ()
    is_discreet: bool = False
    challenge: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def choices(self) -> list[Choice]:
        """The purposes, each with an id of its own."""
        return [
            Choice(f"{self.prefix}-purpose-{number}", text.code, text.title, text.code in self.ticked)
            for number, text in enumerate(self.offer.purposes, start=1)
        ]

    @property
    def shown(self) -> tuple:
        """Everything that the box shows. The versions of which an offer is made never change."""
        texts = (self.offer.notice, *self.offer.policies, *self.offer.purposes)
        typed = (self.email, self.ticked, self.is_discreet, self.challenge, tuple(self.errors.items()))
        return self.prefix, self.offer.digest, tuple((text.pk, text.digest) for text in texts), typed

    @property
    def offered(self) -> str:
        """The codes of the purposes: the form gives them back."""
        return " ".join(text.code for text in self.offer.purposes)

    @property
    def summary(self) -> list[tuple[str, str]]:
        """What is wrong: the id of the field to mend, and the sentence."""
        anchors = {"email": f"{self.prefix}-email", "purpose": f"{self.prefix}-purpose-1"}
        return [(anchors[name], sentence) for name, sentence in self.errors.items() if name in anchors]
