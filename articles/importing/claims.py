"""What a file says about who wrote and reviewed it and when: claims, shown to editors, never a sign-off (R5).

A line is a claim only when every part of it is one: a known label with a name or a date, a bare date, or a name
behind a label that stood alone on the line before. "Reviewed by experts, this treatment is safe." stays prose.
"""

import re
from dataclasses import dataclass, replace

from articles.importing.boilerplate import label_reason
from articles.importing.claim_labels import CHECKED, LABELS, PUBLISHED, REVIEWED, ROLES, SMALL_WORDS, VERBS, WRITTEN
from articles.importing.dates import ClaimedDate, parse_date

TOP = 12  # lines at the start of a file in which a bare byline or date is believed


@dataclass(frozen=True)
class Claim:
    """One thing that the file says about itself. ``unreadable`` holds a date that doesn't exist."""

    what: str
    person: str = ""
    date: ClaimedDate | None = None
    unreadable: str = ""
    line: int = 0


_LABELS = [(what, re.compile(rf"(?:{pattern})(?=\W|$)", re.IGNORECASE)) for what, pattern in LABELS]
_BYLINE = re.compile(r"(?i:by|von|por)\s+(?=[^\W\d_a-zß-ÿ])")
_BREAKS = re.compile(r"\s*[|•·‖;]\s*|\s+(?:[–—-]+|/)\s+|\s*—\s*|\s{3,}|\t")
_EDGES = " |•·–—-✓✔✅☑"
_NEXT_LABEL = re.compile(
    r"(?<!Medically)(?<!Clinically)(?<!Expert)(?<!Last)(?<!Peer)(?<!Content)(?<!Page)(?<!First)(?<!Date)(?<!Article)[\s,.]+(?=(?:(?:Medically|Clinically|Expert|Fact|Last|Next|First)[\s-](?:[Rr]eview|[Cc]heck|[Uu]pdat|[Mm]odif|[Pp]ubl)|"
    r"(?:Reviewed|Written|Updated|Published|Approved|Edited)\s+(?:by|on|\w+\s+\d|\d)|(?:Reviewed|Updated|Published)\s*:))|"
    r",\s+(?=(?i:(?:(?:last|medically|zuletzt)\s+)?(?:updated|reviewed|modified|aktualisiert|geändert|geprüft|"
    r"actualizado|revisado)|(?:medical\s+)?(?:reviewer|author|editor|date)s?\s*:)(?=\W|$))"
)
_LETTER = re.compile(r"[^\W\d_]")


def claims_in(text: str, *, near_top: bool, line: int = 0) -> list[Claim]:
    """The claims that the whole of ``text`` consists of; empty when any part of it is something else."""
    text = " ".join(text.split()).strip(_EDGES)
    if not text or len(text) > 300:
        return []
    parts = [part for chunk in _BREAKS.split(text) for part in _NEXT_LABEL.split(chunk) if part.strip(" .,")]
    found: list[Claim] = []
    for part in parts:
        claim = _claim(part.strip(), near_top=near_top)
        if _dates_review(found) and (date := parse_date(part)):
            found[-1] = replace(found[-1], date=date)
        elif claim:
            found.append(replace(claim, line=line))
        elif not (found and (label_reason(part) or (is_name(part) and _add_name(found, part)))):
            return []
    return found


def label_alone(text: str) -> str:
    """What a label without name or date announces ("Medically reviewed by"), or an empty string."""
    text = " ".join(text.split()).strip(f":{_EDGES}")
    return next((what for what, pattern in _LABELS if len(text) > 5 and pattern.fullmatch(text)), "")


def complete(what: str, text: str, *, line: int = 0) -> Claim | None:
    """The claim that a label alone and the ``text`` of the next line make together."""
    text = " ".join(text.split()).strip(" :|•·–—-,")
    if found := parse_date(text):
        return Claim(what, date=found, line=line)
    text = re.sub(r"^(?:by|von|por)\s+", "", text, flags=re.IGNORECASE)
    return Claim(what, person=text, line=line) if is_name(text) else None


def is_name(text: str) -> bool:
    """Whether ``text`` can be the name of a person or a body: capitals, and no verb."""
    text = text.strip(" ,.")
    words = text.replace(",", " ").split()
    if not text or len(text) > 140 or len(words) > 16 or text.endswith(("?", "!", ":")) or "http" in text:
        return False
    if any(VERBS.fullmatch(word.casefold()) for word in words) or re.search(
        r"[a-zß-ÿ]{5}\.\s+[A-Z]|\bQ[1-4]\b|\b\d{4}\b", text
    ):
        return False
    capitals = [word for word in words if not word[0].islower()]
    return (
        bool(capitals or set(words) & {"team", "board", "staff", "equipo"})
        and all(not word[0].islower() or _is_small_word(word.casefold().strip(".")) for word in words)
        and bool(_LETTER.search(text))
    )


def _is_small_word(word: str) -> bool:
    return bool(SMALL_WORDS.fullmatch(word) or ROLES.fullmatch(word))


def _dates_review(found: list[Claim]) -> bool:
    """Whether a bare date belongs to what stands before it on the line: a review without a date, and nothing else."""
    return len(found) == 1 and found[0].what in (REVIEWED, CHECKED) and bool(found[0].person) and not found[0].date


def _add_name(found: list[Claim], name: str) -> bool:
    """Adds a name that stands behind a label without one."""
    if found[-1].person or found[-1].date:
        return False
    found[-1] = replace(found[-1], person=name.strip(" ,."))
    return True


def _claim(part: str, *, near_top: bool) -> Claim | None:
    for what, pattern in _LABELS:
        if (match := pattern.match(part)) and (claim := _filled(what, part[match.end() :], named=_names(match, part))):
            return claim
    if near_top and (match := _BYLINE.match(part)) and len(part[match.end() :].split()) >= 2:
        return _filled(WRITTEN, part[match.end() :], named=True)
    found = parse_date(part) if near_top else None
    return Claim(PUBLISHED, date=found) if found and found.precision != "year" else None


def _names(label: re.Match, part: str) -> bool:
    """Whether a name may follow: the label ends in "by" or in a colon."""
    return bool(re.search(r"\b(?:by|von|durch|por)$", label[0], re.IGNORECASE)) or part[
        label.end() :
    ].lstrip().startswith(":")


def _filled(what: str, rest: str, *, named: bool) -> Claim | None:
    rest = rest.strip(" :,–—-").lstrip(".")
    rest = re.sub(r"^(?:on|am|el|vom|in)\s+(?=\w)", "", rest, flags=re.IGNORECASE)
    if not rest:
        return Claim(what)
    if found := parse_date(rest):
        return Claim(what, date=found)
    if swapped := re.fullmatch(r"(.{4,30}?),?\s+(?:by|von|por)\s+(.+)", rest, re.IGNORECASE):
        found = parse_date(swapped[1])
        if found and is_name(swapped[2]):
            return Claim(what, swapped[2].strip(" .,"), found)
    name, date = _name_and_date(rest)
    if named and is_name(name):
        return Claim(what, _full_stop_cut(name), date)
    if re.fullmatch(r"[\w\s.,/-]{0,12}\d[\w\s.,/-]{0,20}", rest) and len(rest.split()) <= 5:
        return Claim(what, unreadable=rest)
    return None


def _name_and_date(rest: str) -> tuple[str, ClaimedDate | None]:
    words = rest.split()
    for start in range(max(1, len(words) - 6), len(words)):
        found = parse_date(" ".join(words[start:]))
        if found:
            name = " ".join(words[:start]).strip(" ,–—-(")
            name = re.sub(
                r"[\s,]+(?:(?:last\s+)?(?:updated|reviewed)\s*)?(?:on|am|el|in|en)?:?$", "", name, flags=re.IGNORECASE
            )
            return name, found
    return rest, None


def _full_stop_cut(name: str) -> str:
    """The name without a closing full stop, unless that belongs to an abbreviation ("M.D.")."""
    name = name.strip(" ,;:")
    return name[:-1] if re.search(r"(?:[^\W\d_]{3,}|\b[A-Z]{2,})\.$", name) else name
