"""What an app has to do with backups beyond its tables. Apps register theirs: imports go one way."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def _no_files() -> dict[str, Path]:
    return {}


@dataclass(frozen=True)
class Concern:
    """``files``: further files by their name in the archive. ``facts``: for the manifest. ``objections``: sentences
    against restoring what has these facts. ``afterwards``: what is to be done with a restored database, told in
    sentences; it gets the folder of the further files. What it raises, a ``RestoreError``, ends the restore.
    """

    name: str
    facts: Callable[[], Mapping[str, Any]]
    objections: Callable[[Mapping[str, Any]], list[str]]
    afterwards: Callable[[Path], Iterator[str]]
    files: Callable[[], Mapping[str, Path]] = _no_files


CONCERNS: dict[str, Concern] = {}


def register(concern: Concern) -> None:
    """Adds a concern. Raises ``ValueError`` for a name that is taken."""
    if concern.name in CONCERNS:
        raise ValueError(f"Two concerns are named {concern.name}.")
    CONCERNS[concern.name] = concern
