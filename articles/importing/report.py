"""The report on an import: as JSON for programs (``docs/importing.md`` lists the fields) and as text for people.

In ``lines`` every piece of the file is counted once: kept or dropped. ``accounted`` says of each what it became.
"""

from articles.importing.attention import needs_person
from articles.importing.characters import clean, shorten
from articles.importing.claim_labels import CHECKED, REVIEWED, UPDATED
from articles.importing.claims import Claim
from articles.importing.understanding import Understood

IMPORTED, UNCHANGED, CHECKED_ONLY, FAILED = "imported", "unchanged", "checked", "failed"
LONGEST_TEXT = 500  # characters of a dropped line


def failure(name: str, sentence: str) -> dict:
    """The report on a file that can't be imported."""
    return {
        "file": name,
        "status": FAILED,
        "page_id": None,
        "title": None,
        "claimed_reviewer": None,
        "claimed_date": None,
        "headings": 0,
        "lists": [],
        "markers": 0,
        "dangling": [],
        "references": 0,
        "lines": {"total": 0, "kept": 0, "dropped": []},
        "needs_person": [sentence],
        "claims": [],
        "accounted": [],
    }


def describe(understood: Understood) -> dict:
    """The report on a file that was understood. ``status`` and ``page_id`` are for the caller to set."""
    structure, pieces = understood.structure, understood.source.pieces
    dropped = [
        {"line": piece.number, "text": shorten(piece.text, LONGEST_TEXT), "reason": understood.dropped[index]}
        for index, piece in enumerate(pieces)
        if index in understood.dropped
    ]
    date = _claimed_date(understood.claims)
    return {
        "file": understood.source.name,
        "status": CHECKED_ONLY,
        "page_id": None,
        "title": understood.title.text,
        "claimed_reviewer": _claimed_reviewer(understood.claims),
        "claimed_date": date.date.as_json() if date and date.date else None,
        "headings": structure.headings,
        "lists": structure.lists,
        "markers": understood.findings.count,
        "dangling": understood.dangling,
        "references": len(understood.entries),
        "lines": {"total": len(pieces), "kept": len(pieces) - len(dropped), "dropped": dropped},
        "needs_person": needs_person(understood),
        "claims": [_claim(claim) for claim in understood.claims],
        "accounted": [
            {"line": piece.number, "became": understood.became.get(index, "dropped")}
            for index, piece in enumerate(pieces)
        ],
    }


def _claimed_reviewer(claims: list[Claim]) -> str | None:
    for what in (REVIEWED, CHECKED):
        if name := next((claim.person for claim in claims if claim.what == what and claim.person), ""):
            return name
    return None


def _claimed_date(claims: list[Claim]) -> Claim | None:
    """The date of the claimed review, or else of the last change; a date of publication claims neither."""
    for what in (REVIEWED, CHECKED, UPDATED):
        if found := next((claim for claim in claims if claim.what == what and claim.date), None):
            return found
    return None


def _claim(claim: Claim) -> dict:
    return {
        "line": claim.line,
        "what": claim.what,
        "person": claim.person or None,
        "date": claim.date.as_json() if claim.date else None,
    }


def exit_code(files: list[dict]) -> int:
    """0: nothing needs a person. 1: something does. 2: no file could be imported."""
    if all(file["status"] == FAILED for file in files):
        return 2
    return int(any(file["needs_person"] for file in files))


def as_text(file: dict) -> str:
    """The report on one file for people."""
    name = visible(file["file"])
    if file["status"] == FAILED:
        return "\n".join([f"{name}: not imported", *(f"  ! {visible(sentence)}" for sentence in file["needs_person"])])
    lines = file["lines"]
    page = f" (page {file['page_id']})" if file["page_id"] else ""
    rows = [
        f"{name}: {file['status']}{page}",
        f"  Title        {visible(file['title'])}",
        f"  Claims       {_claims_text(file)}",
        f"  Text         {file['headings']} headings, lists of {', '.join(map(str, file['lists'])) or 'none'}",
        (
            f"  Citations    {file['markers']} places, {file['references']} references, without reference: "
            f"{', '.join(file['dangling']) or 'none'}"
        ),
        f"  Lines        {lines['total']} in all, {lines['kept']} kept, {len(lines['dropped'])} dropped",
    ]
    rows += [f"    line {row['line']}: {row['reason']}: {visible(shorten(row['text']))}" for row in lines["dropped"]]
    return "\n".join([*rows, *(f"  ! {visible(sentence)}" for sentence in file["needs_person"])])


def _claims_text(file: dict) -> str:
    reviewer, date = file["claimed_reviewer"], file["claimed_date"]
    if not reviewer and not date:
        return "none"
    when = f"{date['value']}{' (ambiguous)' if date['ambiguous'] else ''}" if date else "no date"
    return f"reviewer {visible(reviewer) if reviewer else 'not named'}, {when} (a claim, no sign-off)"


def visible(text: str) -> str:
    """``text`` without signs that could steer a terminal."""
    return " ".join(clean(text).split()).encode("utf-8", "replace").decode()
