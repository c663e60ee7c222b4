"""A quiet hint while somebody writes: advice to others turned into one's own experience. It never stands in the way.

What one reader should do is for their doctors to say; what helped another is worth reading. The patterns are plain
enough for Python and JavaScript alike: ``static/js/join.js`` gets them from the page, so that they stand here alone.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 5000  # characters that are read
MOST = 3  # hints at once

# For each language: what advice looks like, and how the same is told as experience. To ask one's doctor is advice too,
# and welcome. No pattern begins or ends with a letter that is not ASCII: JavaScript's \b knows no others.
_WELCOME = {
    "en": r"(?! (?:\w+ )?(?:ask|talk|speak|see|tell|call|contact|trust|be kind|know)\b)",
    "es": r"(?! (?:preguntar|preguntarle|hablar|consultar|llamar|contar|saber)\b)",
    "de": r"(?! (?:\w+ ){0,4}(?:fragen|sprechen|anrufen|reden|wissen)\b)",
}
PATTERNS: Mapping[str, Sequence[tuple[str, str]]] = {
    "en": (
        (
            (
                r"\byou (?:really |just |all )?(?:should|must|need to|have to|ought to|had better) (?:never |not )?"
                r"(?:stop|quit|drop|skip|come off)\b"
            ),
            "When I stopped …, after I had talked to my doctor, …",
        ),
        (
            r"\b(?:stop|quit) (?:taking|using) (?:your|the|this|that|all)\b",
            "I stopped …, after I had talked to my doctor.",
        ),
        (
            r"\byou (?:really |just |all )?(?:should|shouldn.t|must|mustn.t|need to|have to|ought to|had better)\b"
            + _WELCOME["en"],
            "What helped me was …",
        ),
        (
            r"\b(?:everyone|everybody|people|patients) (?:should|must|needs to|need to|ought to)\b",
            "For me it was good to …",
        ),
        (r"\bif i (?:were|was) you\b", "What helped me was …"),
        (r"\b(?:i|i.d) (?:strongly )?(?:advise|recommend|suggest)\b", "I took …, and what I noticed was …"),
    ),
    "es": (
        (
            r"\b(?:debes|deber[ií]as|tienes que|tiene que|debe|deber[ií]a|hay que) (?:dejar|suspender|parar)\b",
            "Cuando dejé …, después de hablarlo con mi médico, …",
        ),
        (r"\b(?:deja|deje|dejen) de tomar\b", "Dejé de tomar …, después de hablarlo con mi médico."),
        (
            r"\b(?:debes|deber[ií]as|tienes que|tiene que|no debes|deben|tienen que)\b" + _WELCOME["es"],
            "Lo que me ayudó fue …",
        ),
        (r"\byo (?:que t[uú]|que usted|de ti|en tu lugar|en su lugar)(?= |,)", "Lo que me ayudó fue …"),
        (r"\bte (?:recomiendo|aconsejo|sugiero)\b", "A mí me fue bien …"),
        (r"\btodos (?:deben|deber[ií]an|tienen que)\b", "A mí me fue bien …"),
    ),
    "de": (
        (
            (
                r"\b(?:du solltest|du musst|sie sollten|sie m[uü]ssen|ihr solltet|ihr m[uü]sst|man sollte) "
                r"(?:\w+ ){0,5}(?:absetzen|aufh[oö]ren|weglassen)\b"
            ),
            "Als ich … abgesetzt hatte, nach einem Gespräch mit meiner Ärztin, …",
        ),
        (r"\bsetz(?:e|t|en sie)? (?:\w+ ){1,4}ab\b", "Ich habe … abgesetzt, nach einem Gespräch mit meiner Ärztin."),
        (
            r"\b(?:du solltest|du musst|du darfst nicht|sie sollten|sie m[uü]ssen|ihr solltet|ihr m[uü]sst)\b"
            + _WELCOME["de"],
            "Mir hat geholfen, …",
        ),
        (r"\ban (?:deiner|ihrer|eurer) stelle\b", "Mir hat geholfen, …"),
        (r"\bich (?:rate|empfehle|w[uü]rde) (?:dir|ihnen|euch)\b", "Mir hat geholfen, …"),
        (r"\b(?:jeder|alle|man) (?:sollte|sollten|muss|m[uü]ssen)\b", "Für mich war es gut, …"),
    ),
}


@dataclass(frozen=True)
class Hint:
    """Words that advise, and how to begin telling the same as experience."""

    said: str
    instead: str


def hints(text: str, language: str) -> list[Hint]:
    """The first few pieces of advice in a text, in its order, one for each way of saying it."""
    plain = " ".join(text[:LONGEST].replace("’", "'").split())
    found: dict[int, Hint] = {}
    for pattern, instead in _compiled(language):
        match = next((each for each in pattern.finditer(plain) if each.start() not in found), None)
        if match and not any(instead == hint.instead for hint in found.values()):
            found[match.start()] = Hint(match.group(), instead)
    return [hint for _start, hint in sorted(found.items())][:MOST]


def patterns_for_script(language: str) -> str:
    """The same as JSON, for the script that hints while somebody writes."""
    return json.dumps(_of(language), ensure_ascii=False)


def _of(language: str) -> Sequence[tuple[str, str]]:
    return PATTERNS.get(language.partition("-")[0], PATTERNS["en"])


@lru_cache(maxsize=8)
def _compiled(language: str) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _of(language)]
