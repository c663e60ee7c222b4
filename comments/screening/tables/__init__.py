"""Tables of words: one file for each subject, in sections. Lines that begin with # say where the words are from."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


def words(file: str, section: str) -> frozenset[str]:
    """The words of one section of a file. Raises ``KeyError`` if there is none."""
    return frozenset(word for line in lines(_FOLDER / f"{file}.txt", section) for word in line.split())


def lines(path: Path, section: str) -> tuple[str, ...]:
    """The lines of one section of a file. Raises ``KeyError`` if there is none."""
    return _sections(path)[section]


@cache
def _sections(path: Path) -> dict[str, tuple[str, ...]]:
    sections: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            sections[line[1:-1]] = []
        elif line and not line.startswith("#"):
            sections[next(reversed(sections))].append(line)
    return {name: tuple(found) for name, found in sections.items()}
