"""``make messages``: compiles the translations, ``locale/<language>/LC_MESSAGES/django.po`` to ``django.mo`` beside it.

Both files are kept in the repository, so that the portal runs without any tool. GNU gettext is not needed.
"""

import ast
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PROJECT_DIR = Path(__file__).resolve().parent.parent
LOCALE_DIR = PROJECT_DIR / "locale"
MAGIC = 0x950412DE  # begins every .mo file


class Message(NamedTuple):
    """What is translated: its context, if any, its words, and its words for many, if they differ."""

    words: str
    context: str = ""
    plural: str = ""

    @property
    def key(self) -> str:
        """The name under which gettext looks the message up."""
        name = f"{self.context}\x04{self.words}" if self.context else self.words
        return f"{name}\0{self.plural}" if self.plural else name


Catalogue = dict[Message, list[str]]


def catalogues() -> dict[str, Path]:
    """The file of each language."""
    return {path.parts[-3]: path for path in sorted(LOCALE_DIR.glob("*/LC_MESSAGES/django.po"))}


def read_catalogue(text: str) -> Catalogue:
    """Every message in the text of a .po file with its translations, one or, for a plural, one a form."""
    found: Catalogue = {}
    for entry in text.split("\n\n"):
        parts = dict(_parts(entry))
        if "msgid" in parts:
            message = Message(parts["msgid"], parts.get("msgctxt", ""), parts.get("msgid_plural", ""))
            if message in found:
                raise ValueError(f"Stands there twice: {message.words}")
            found[message] = [value for name, value in parts.items() if name.startswith("msgstr")]
    return found


def _parts(entry: str) -> Iterator[tuple[str, str]]:
    name, value = "", ""
    for line in entry.splitlines():
        if not line or line.startswith("#"):
            continue
        if not line.startswith('"'):
            if name:
                yield name, value
            name, _, line = line.partition(" ")
            value = ""
        value += ast.literal_eval(line)
    if name:
        yield name, value


def compiled(catalogue: Catalogue) -> bytes:
    """The .mo file of a catalogue, as the GNU gettext manual describes it. The same catalogue gives the same bytes."""
    pairs = sorted((message.key.encode(), "\0".join(forms).encode()) for message, forms in catalogue.items())
    start = 28 + 16 * len(pairs)  # after the header and two tables of length and place
    tables, texts = [b"", b""], b""
    for column in (0, 1):
        for pair in pairs:
            tables[column] += struct.pack("<II", len(pair[column]), start + len(texts))
            texts += pair[column] + b"\0"
    header = struct.pack("<7I", MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return header + tables[0] + tables[1] + texts


def main() -> None:
    """Writes the .mo file of each language."""
    for language, path in catalogues().items():
        catalogue = read_catalogue(path.read_text())
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        sys.stdout.write(f"{language}: {len(catalogue) - 1} messages\n")  # the first one is the head of the file


if __name__ == "__main__":
    main()
