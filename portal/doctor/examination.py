"""What an examination is, and how all of them are run. One that breaks is a finding itself and stops no other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.db import DatabaseError, InterfaceError, connection

from portal.log_scrubbing import scrub


class Level(StrEnum):
    """How bad it is. Only a problem makes the doctor's exit code 1."""

    FINE = "fine"
    NOTE = "note"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """A sentence, and one that says how to mend it."""

    level: Level
    sentence: str
    mend: str = ""


@dataclass(frozen=True)
class Wish:
    """What the operator asked for beyond the usual."""

    is_thorough: bool = False
    message: Path | None = None
    send_test_to: str = ""


Look = Callable[[Wish], Iterator[Finding]]


@dataclass(frozen=True)
class Examination:
    """One thing that can be wrong. ``area``: under which heading it is told."""

    name: str
    area: str
    look: Look
    needs_database: bool


EXAMINATIONS: dict[str, Examination] = {}


def examines(name: str, area: str, *, needs_database: bool = False) -> Callable[[Look], Look]:
    """Registers the function below. Raises ``ValueError`` for a name that is taken."""

    def add(look: Look) -> Look:
        if name in EXAMINATIONS:
            raise ValueError(f"Two examinations are named {name}.")
        EXAMINATIONS[name] = Examination(name, area, look, needs_database)
        return look

    return add


def examine(wish: Wish) -> Iterator[tuple[Examination, Finding]]:
    """Runs all of them, the database first: without it, those that need it are left out."""
    has_database = _answers()
    for each in sorted(EXAMINATIONS.values(), key=lambda each: each.needs_database):
        if has_database or not each.needs_database:
            for finding in findings_of(each, wish):
                yield each, finding


def findings_of(examination: Examination, wish: Wish) -> list[Finding]:
    """What one of them finds, without a word that somebody typed."""
    try:
        found = list(examination.look(wish))
    except Exception as error:  # noqa: BLE001 - whatever it is, the operator has to hear of it
        said = f"This could not be examined ({type(error).__name__}: {error})."
        found = [Finding(Level.PROBLEM, said)]
    return [Finding(each.level, scrub(each.sentence), each.mend) for each in found]


def _answers() -> bool:
    try:
        connection.ensure_connection()
        return "django_migrations" in connection.introspection.table_names()
    except (DatabaseError, InterfaceError, OSError):
        return False


def fine(sentence: str) -> Finding:
    """All is well."""
    return Finding(Level.FINE, sentence)


def note(sentence: str, mend: str = "") -> Finding:
    """Worth knowing."""
    return Finding(Level.NOTE, sentence, mend)


def warning(sentence: str, mend: str) -> Finding:
    """Will hurt some day."""
    return Finding(Level.WARNING, sentence, mend)


def problem(sentence: str, mend: str) -> Finding:
    """Hurts now."""
    return Finding(Level.PROBLEM, sentence, mend)
