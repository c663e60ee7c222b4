"""Postal addresses: a street with a number, a box at the post office, a postcode with a town.

Names are told from words by their capitals."""

import re
from collections.abc import Iterator

from comments.screening.tables import words
from comments.screening.text import Reading

_TOWNS = words("names", "towns")
_STATES = words("names", "states")
_POSTCODE_AREAS = words("names", "postcode areas")
_WORD = r"[^\W\d_][^\W\d_'-]{0,24}+"
_ENGLISH = re.compile(
    r"(?<![\w.,/-])\d{1,5}[a-d]?,? ((?:(?:north|south|east|west|n|s|e|w)\.? )?(?:[^\W_][^\W_'.-]{0,20}+\.? ){1,3}?)"
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|close|crescent|terrace|square|mews|"
    r"highway|parkway|grove|gardens|hill|way|place)\b\.?(?:,? (?:apt|apartment|flat|unit|suite) ?#?\w{1,5})?"
)
_SPANISH = re.compile(
    r"\b(?:calle|c/|c\.|avd?a?\.?|avenida|plaza|pza\.?|paseo|camino|carretera|ronda|travesia|glorieta|calzada|calz\.|blvd\.?|"
    r"bulevar|boulevard|prolongacion|pasaje|rambla|jiron|jr\.|carrer) ?"
    rf"(?:(?:de|del|la|las|los|el|san|santa) ){{0,3}}{_WORD}(?: (?:de|del|la|las|los|y|{_WORD})){{0,4}}?,? "
    r"(?:n(?:umero|um\.?|[ro]?\.?)? ?)?\d{1,4}(?![\d.,]\d|\w| ?(?:anos|dias|veces|semanas|mg|euros))"
)
# Streets that are numbered, as in Colombia: "carrera 7 # 45-10".
_NUMBERED = re.compile(
    r"\b(?:calle|cll?\.?|carrera|cra\.?|kra\.?|kr\.?|cr\.?|diagonal|diag\.?|dg\.?|transversal|trans?v\.?|tv\.?|avenida|av\.?|ac|ak)"
    r" ?\d{1,3} ?[a-h]?(?: (?:bis|sur|norte|este|oeste)){0,2},? ?(?:#|no\.?|n[o°]\.?|nro\.?|num\.?|numero) ?"
    r"\d{1,3} ?[a-h]?(?: (?:bis|sur|norte|este|oeste))? ?- ?\d{1,3}(?![\w-])"
)
_BOX = re.compile(
    r"\b(?:(?:g\.?)?p\.? ?o\.? ?box|post office box|apartado (?:de correos|postal)|apdo\.?(?: de correos| postal)?|"
    r"postfach|casilla(?: de correos?| postal)) ?(?:n[o.]{1,2} ?|# ?|: ?)?\d[\d ]{0,8}(?<=\d)(?![\w])"
)
_NO_NUMBER = r" ?(?:mg|uhr|wochen?|tage?|jahre?|mal|stunden?|minuten?|monate?|km|kilometer|euro|prozent|%)"
_GERMAN = re.compile(
    r"(?<![\w-])(?:[^\W\d_][^\W\d_-]{0,24}+[ -]){0,2}"
    r"(?:[^\W\d_-]{2,24}(?:strasse|str\.|weg|platz|allee|gasse|damm|ufer|chaussee)|(?:strasse|str\.|weg|platz|allee|gasse))"
    rf" \d{{1,3}} ?[a-d]?(?![\w]|[.,]\d|{_NO_NUMBER})"
)
_ALONE = {"strasse", "str.", "weg", "platz", "allee", "gasse", "parkplatz"}
_ARTICLES = {
    "der",
    "die",
    "das",
    "dem",
    "den",
    "des",
    "ein",
    "eine",
    "einen",
    "einem",
    "einer",
    "kein",
    "mein",
    "meine",
}
_HOME = re.compile(
    r"\b(?:live at|lives at|living at|my address(?: is)?|address:|i am at|visit me at|write to me at)\W{0,3}$"
)
_UNITED_STATES = re.compile(rf"\b{_WORD},? ([a-z]{{2}}) \d{{5}}(?:-\d{{4}})?(?![\w-])")
_BRITISH = re.compile(r"(?<![\w-])([a-z]{1,2})\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}(?![\w-])")
_WITH_TOWN = re.compile(rf"(?<![\w.,])(?:d-|a-|ch-|e-)?\d{{4,5}},? ({_WORD})")


def places(reading: Reading, language: str) -> Iterator[tuple[int, int, str]]:
    """Every address."""
    text = reading.characters
    for found in _ENGLISH.finditer(text):
        if _is_name(reading, found.start(1), found.end(1)) or _HOME.search(
            text[max(0, found.start() - 40) : found.start()]
        ):
            yield *found.span(), "Postal address"
    for found in _SPANISH.finditer(text):
        if _has_capital(reading, *found.span()) and (language == "es" or "/" in found.group() or " " in found.group()):
            yield *found.span(), "Postal address"
    for pattern in (_NUMBERED, _BOX):
        for found in pattern.finditer(text):
            yield *found.span(), "Postal address"
    for found in _GERMAN.finditer(text):
        start = _first_capital(reading, *found.span())
        if start is not None:
            yield start, found.end(), "Postal address"
    yield from _with_postcode(reading)


def _with_postcode(reading: Reading) -> Iterator[tuple[int, int, str]]:
    text = reading.characters
    for found in _UNITED_STATES.finditer(text):
        if found.group(1) in _STATES and _typed(reading, *found.span(1)).isupper():
            yield *found.span(), "Postcode with a town"
    for found in _BRITISH.finditer(text):
        if found.group(1) in _POSTCODE_AREAS and _typed(reading, *found.span()).isupper():
            yield *found.span(), "Postcode"
    for found in _WITH_TOWN.finditer(text):
        if found.group(1) in _TOWNS and _typed(reading, *found.span(1))[0].isupper():
            yield *found.span(), "Postcode with a town"


def _typed(reading: Reading, start: int, end: int) -> str:
    first, last = reading.span(start, end)
    return reading.typed[first:last]


def _is_name(reading: Reading, start: int, end: int) -> bool:
    """Whether each word begins with a capital or is a number, as in "12 East 5th Street"."""
    words = _typed(reading, start, end).split()
    return bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)


def _has_capital(reading: Reading, start: int, end: int) -> bool:
    words = re.split(r"[\s/.]", _typed(reading, start, end))
    return any(word[:1].isupper() for word in words[1:])


def _first_capital(reading: Reading, start: int, end: int) -> int | None:
    """Where the name of a street begins: at the first of the words with a capital that lead to its number."""
    words = list(re.finditer(r"[^\W\d_][^ \d]+", reading.characters[start:end]))
    first = None
    for word in reversed(words):
        if word.group() in _ARTICLES or not _typed(reading, start + word.start(), start + word.end())[0].isupper():
            break
        first = start + word.start()
    is_one = first is not None and reading.characters[first:end].split()[0] not in _ALONE
    return first if is_one else None
