"""What a table of phrases holds. A phrase is a regular expression over plain words (``words.Words``); ``<name>`` stands
for a part that several share. Gaps are bounded, so that no text takes long, and
no word that denies stands in one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

_ANY = re.compile(r"(?<=\(\?: )\\w\+|(?<=\(\?:)\\w\+(?= \))")
_BUT_DENIALS = (
    r"(?!(?:no|not|never|dont|doesnt|didnt|isnt|wont|nunca|jamas|sin|nie|niemals|nicht|kein|keine|keinen)\\b)\\w+"
)


class Kind(StrEnum):
    """What a phrase tells of, as moderators read it."""

    SELF = "The author may be thinking of death or suicide"
    PLAN = "The author may have a plan or the means to take their life"
    GOODBYE = "This may be a farewell"
    HARM = "The author may be hurting themselves"
    LET_GO = "The author may want to give up treatment or life"
    VIOLENCE = "The author may be in danger now"
    OTHER = "Somebody whom the author writes of may be in danger"


@dataclass(frozen=True)
class Phrase:
    """A phrase. ``after``: what makes it mean something else, right behind it; ``before``, right in front of it;
    ``near``: anywhere in its sentence; ``needs``: what its sentence must have. ``is_act``: somebody else did it, and
    unless a time says otherwise just now: "my wife took an overdose".
    """

    pattern: str
    after: str = ""
    before: str = ""
    near: str = ""
    needs: str = ""
    is_act: bool = False


@dataclass(frozen=True)
class Sign:
    """A phrase that is ready to be looked for. ``pattern`` begins with the space in front of it: a regular expression
    that begins with a character is looked for some times faster than one that looks behind itself. So no phrase may
    begin with a space of its own.
    """

    kind: Kind
    pattern: re.Pattern[str]
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    near: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    is_act: bool


def signs(tables: Mapping[Kind, Iterable[Phrase]], parts: Mapping[str, str]) -> list[Sign]:
    """The tables of one language, with the parts that they share put in."""

    def ready(pattern: str, form: str) -> re.Pattern[str] | None:
        for name, part in parts.items():
            pattern = pattern.replace(f"<{name}>", part)
        return re.compile(form.format(pattern)) if pattern else None

    found = []
    for kind, phrases in tables.items():
        for phrase in phrases:
            pattern = ready(_ANY.sub(_BUT_DENIALS, phrase.pattern), r" (?:{})(?!\w)")
            if pattern is None:
                raise ValueError("A phrase without words.")
            found.append(
                Sign(
                    kind,
                    pattern,
                    ready(phrase.after, r" (?:{})(?!\w)"),
                    ready(phrase.before, r"(?<!\w)(?:{}) $"),
                    ready(phrase.near, r"(?<!\w)(?:{})"),
                    ready(phrase.needs, r"(?<!\w)(?:{})(?!\w)"),
                    phrase.is_act,
                )
            )
    return found
