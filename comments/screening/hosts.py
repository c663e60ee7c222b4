"""Host names as people write and disguise them: example.com, example[.]com, example dot com, example . com.

Looked for in folded text. "e.g.", "3.5" and a sentence that begins.Without a space are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comments.screening.endings import ENDINGS, GENERIC, MESSENGERS, NO_HOSTS, SHORTENERS, WORDS
from comments.screening.text import Reading

_LABEL = r"[^\W_][\w-]{0,62}+"
# The groups say how open the dot is: a plain one, one in brackets or written out, or one with spaces around.
_DOT = (
    r"(?:(\.)(?=[^\W_])| ?[(\[{<] ?(?:\.|d[o0]t|punto|punkt) ?[)\]}>] ?|"
    r" (?:d[o0]t|punto|punkt) | ?\. ?(?=[^\W_]))"
)
_RUN = re.compile(rf"(?<![\w-]){_LABEL}(?:{_DOT}{_LABEL}){{1,12}}")
_PART = re.compile(rf"({_DOT})?({_LABEL})")
_PATH = re.compile(r"(?::\d{1,5})?(?:[/?#]\S{0,2000}+)?")
_SPOKEN = {
    "punkt": frozenset({"de", "at", "ch"}),
    "punto": frozenset({"mx", "ar", "cl"}),
    "dot": frozenset({"uk", "de"}),
}
_EVERY_WORD = frozenset().union(*WORDS.values())
# What comes before an address that is said: "visit", "my website is", "entra en la web".
_INVITES = re.compile(
    r"\b(?:visit|visiting|go to|goto|check out|browse to|log ?on to|web ?site|site|web|web ?page|url|link|domain|"
    r"visita|visitad|visite|entra(?:d|r)? en|pagina|sitio|enlace|dominio|besuch(?:t|e|en)?|geht? auf|seite|web ?seite|"
    r"schaut? auf)"
    r"(?: (?:my|our|the|at|is|on|mi|nuestra|la|es|web|site|page|meine|unsere|die|auf|ist|seite)){0,3}[ :]{1,2}$"
)
_INVITES_WITHIN = 60
_AFTER_DOTCOM = re.compile(r" (?:bubble|boom|crash|bust|era|compan|stock|firm|years|millionaire|burbuja|blase|start)")
_PUNYCODE = re.compile(r"xn--[a-z0-9-]{2,59}")


@dataclass(frozen=True)
class Host:
    """A host name and where it stands in the folded text, its path included."""

    name: str
    start: int
    end: int

    @property
    def is_short(self) -> bool:
        """Whether nobody can tell where it leads."""
        return self.name in SHORTENERS

    @property
    def is_messenger(self) -> bool:
        """Whether it leads to somebody's messenger."""
        return self.name in MESSENGERS


def invites(text: str, start: int) -> bool:
    """Whether the words before ``start`` lead readers to what begins there."""
    return bool(_INVITES.search(text[max(0, start - _INVITES_WITHIN) : start]))


def hosts(reading: Reading, language: str) -> Iterator[Host]:
    """Every host name in a reading of the text."""
    text = reading.characters
    for run in _RUN.finditer(text):
        parts = [(part.group(1) or "", part.group(3), part.start(3), part.end(3)) for part in _parts(text, run)]
        last = len(parts) - 1
        while last > 0:
            first = _first(parts, last)
            if first < last and _is_host(reading, parts[first : last + 1], language):
                name = ".".join(label for _dot, label, _start, _end in parts[first : last + 1])
                end = _PATH.match(text, parts[last][3])
                yield Host(name, parts[first][2], trimmed(text, end.end() if end else parts[last][3]))
                last = first
            last -= 1


def _parts(text: str, run: re.Match[str]) -> Iterator[re.Match[str]]:
    at = run.start()
    while at < run.end() and (part := _PART.match(text, at, run.end())):
        yield part
        at = part.end()


def _first(parts, last: int) -> int:
    """Where the name begins whose ending is ``parts[last]``: a plain dot binds, an open one only the name before it."""
    first = last - 1
    is_open = parts[last][0] != "."
    while first > 0 and (parts[first][0] == "." or (is_open and parts[first][0] == parts[last][0])):
        first -= 1
    return first


def _is_host(reading: Reading, parts, language: str) -> bool:
    dot, ending, start, end = parts[-1]
    before = parts[-2][1]
    if not any(character.isalpha() for character in before) and len(parts) == 2 and ending not in GENERIC:  # noqa: PLR2004
        return False
    name = ".".join(part[1] for part in parts)
    if name in SHORTENERS or name in MESSENGERS or _PUNYCODE.fullmatch(ending):
        return True
    if parts[0][1] in {"www", "www2", "www3"} and len(parts) > 2:  # noqa: PLR2004
        return True
    if ending not in ENDINGS:
        return False
    is_invited = len(ending) > 2 and invites(reading.characters, parts[0][2])  # noqa: PLR2004 - no short word
    if dot != ".":
        return _is_spoken(dot, ending, parts, reading.characters)
    if ending not in WORDS.get(language, WORDS["en"]):
        return (ending in GENERIC and not _begins_sentence(reading, parts)) or not _is_title(reading, start, end)
    return len(parts) > 2 or reading.characters[end : end + 1] == "/" or is_invited  # noqa: PLR2004


def _begins_sentence(reading: Reading, parts) -> bool:
    """Whether the ending is the first word of a sentence, after a full stop without a space: "Great.Info please"."""
    _dot, ending, start, end = parts[-1]
    is_followed = reading.characters[end : end + 2].strip().isalpha()
    return ending in {"info", "net"} and is_followed and _is_title(reading, start, end)


def _is_spoken(dot: str, ending: str, parts, text: str) -> bool:
    if any(sign in dot for sign in "([{<"):
        return True
    if dot.strip() == ".":  # "example . com", but not "I am home . In the evening"
        if dot == " . ":
            return ending in GENERIC or (len(ending) > 2 and ending not in WORDS["en"])  # noqa: PLR2004 - no country's
        return ending in GENERIC and dot != ". " and _ends_here(text, parts[-1][3])
    if parts[-2][1] in NO_HOSTS or _AFTER_DOTCOM.match(text, parts[-1][3]):
        return False
    if ending in GENERIC | _SPOKEN.get(dot.strip(), frozenset()):
        return True
    return (len(ending) > 2 and ending not in _EVERY_WORD) or invites(text, parts[0][2])  # noqa: PLR2004


def _ends_here(text: str, end: int) -> bool:
    return text[end : end + 1] in {"", " ", "/", ",", ".", "!", "?", ")"}


def _is_title(reading: Reading, start: int, end: int) -> bool:
    typed = reading.typed[reading.places[start] : reading.places[end - 1] + 1]
    return typed[:1].isupper() and not typed.isupper()


def trimmed(text: str, end: int) -> int:
    """Where an address ends that was read up to ``end``: without the marks of the sentence it stands in."""
    while text[end - 1] in ".,;:!?)]}>'\"":
        end -= 1
    return end
