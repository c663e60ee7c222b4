"""One POST that changes something: how it is sent, and how often its effect is there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.faults.browsing import Answer, Browser, NoAnswerError

LED_ON = (302, 303)


@dataclass
class Act:
    """``happened``: how often its effect is in the database; ``most``: how often it may be there."""

    browser: Browser
    path: str
    fields: Any
    happened: Callable[[], int]
    most: int = 1
    good: tuple[int, ...] = LED_ON  # what tells the sender that it was done
    looks_first: bool = False  # whoever got no answer looks whether it happened, before they send it again
    again: Callable[[], Any] | None = None  # where a form can't be sent twice: makes another
    answers: list[Answer] = field(default_factory=list)
    was_lost: bool = False

    def send(self, patience: float = 60) -> None:
        """Sends it, unless its sender knows that it was done."""
        if self.is_acknowledged or (self.was_lost and self.looks_first and self.happened()):
            return
        if self.was_lost and self.again:
            self.fields = self.again()
        try:
            self.answers.append(self.browser.post(self.path, self.fields, patience))
        except NoAnswerError:
            self.was_lost = True

    @property
    def is_acknowledged(self) -> bool:
        """Whether the sender was told that it was done."""
        return any(answer.status in self.good for answer in self.answers)
