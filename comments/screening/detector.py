"""What a detector is: a class with a name, a version and ``find``. docs/detectors.md shows how to write one.

``settings.COMMENT_DETECTORS`` lists them by their dotted names, in the order in which they run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from comments.models import Finding
from comments.screening.text import Text

Category = Finding.Category


@dataclass(frozen=True)
class About:
    """What is known of a comment beside its words. Ids are None for somebody who is not confirmed yet."""

    language: str
    site_id: int
    conversation_id: int | None = None
    commenter_id: int | None = None
    comment_id: int | None = None


@dataclass(frozen=True)
class Found:
    """A span of the text, by characters, and why. ``reason``: a short sentence for moderators, in English."""

    category: str
    start: int
    end: int
    reason: str
    detector: str = ""
    version: int = 0


class Detector(Protocol):
    """Finds one kind of thing. Must be done in a time that grows with the length of the text at most."""

    name: str  # at most 40 characters; never changes
    version: int  # counts on with every change of what is found

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """What it finds. ``detector`` and ``version`` are filled in by whoever runs it."""


def detectors() -> list[Detector]:
    """All of them, in their order. Raises ``ImportError`` for a name that leads nowhere."""
    return [detector_named(name) for name in settings.COMMENT_DETECTORS]


@lru_cache(maxsize=64)
def detector_named(dotted_name: str) -> Detector:
    """The detector with a dotted name, made once in a process. Raises ``ImportError`` if there is none."""
    return import_string(dotted_name)()
