"""The list of references of a file, told apart entry by entry and read into the fields of the library.

Formats read: Vancouver and AMA ("Moreau P, Kumar SK. Title. Journal. 2021;22(3):e105-e118."), APA ("Moreau, P. (2021).
Title. Journal, 22(3), 105-118.") and web pages ("Organisation. Title. https://..."). An entry that fits none is kept
word for word as the title, and a person is asked to put it in order.
"""

import re
from dataclasses import dataclass, field, replace

from articles.importing.links import safe_address
from articles.importing.pieces import Kind, Line

_NAMES = (
    r"(?:(?:show|view|hide|see|our|article|medical|scientific|selected|key|cited)\s+)*(?:references?|sources?|"
    r"citations?|bibliography|works cited|"
    r"literature(?: cited)?|endnotes|footnotes|quellen(?:angaben|verzeichnis)?|literatur(?:verzeichnis|angaben|"
    r"hinweise)?|einzelnachweise|referencias(?: bibliográficas)?|fuentes|"
    r"bibliografía|citas)(?:\s*(?:\(\d+\)|\d+))?"
)
HEADING = re.compile(rf"{_NAMES}\s*:?", re.IGNORECASE)
_LEADING = re.compile(rf"{_NAMES}\s*:\s*(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:\[\^?(\d{1,3})\]:?|\((\d{1,3})\)|(\d{1,3})[.)]|(\d{1,3})(?=\s+[A-Z\"“]))\s*(?=\S)")
_SPLIT = re.compile(r"(?:(?<=\s)|^)(?:\[(\d{1,3})\]|(\d{1,3})\.)\s+(?=[^\W\d_\"“])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DOI = re.compile(r"(?:doi\s*[:.]?\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s\"<>,;]+)", re.IGNORECASE)
_PMID = re.compile(
    r"(?:PMID\s*:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)([1-9]\d{0,8})(?!\d)", re.IGNORECASE
)
_URL = re.compile(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+")
_ACCESSED = re.compile(
    r"[\s.;,(\[]*(?:available (?:at|from|online)|retrieved(?: \w+ \d+,? \d{4},?)? from|accessed|cited|zugriff|"
    r"abgerufen|consultado|disponible en)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_INITIALS = r"(?:[A-Z]\.?[\s-]?){1,4}(?=[,.;&\s]|$)"
_SURNAME = (
    r"(?:(?:van|von|der|den|de|di|da|del|la|le|el|al|bin|ter|ten|Mc|Mac|O)[\s'’-])*"
    r"[A-ZÀ-Þ][\w'’-]+(?:[\s-][A-ZÀ-Þ][\w'’-]+)?"
)
_VANCOUVER = re.compile(
    rf"(?P<authors>{_SURNAME}\s{_INITIALS}(?:,?\s(?:and\s|&\s)?{_SURNAME}\s{_INITIALS})*(?:,?\s(?:et al|and "
    rf"others|u\.\s?a))?)[.:]\s+"
    r"(?P<title>[^.?!]{8,}?(?:[.][^\s.?!][^.?!]*)*[.?!])\s+(?P<source>[^\d.;(][^.;\d]{1,120}?)[.,]?\s+(?P<rest>(?:[A-Za-z]{3}\s)?(?P<year>(?:19|20)\d\d).*)",
)
_APA = re.compile(
    rf"(?P<authors>{_SURNAME},\s(?:[A-Z]\.[\s-]?)+.*?|[A-Z][^()]{{2,120}}?)\.?\s\((?P<year>(?:19|20)\d\d)(?:,[^)]*)?\)\.\s+(?P<title>[^.?!]{{8,}}[.?!])\s*(?P<rest>.*)",
    re.DOTALL,
)
_WEB = re.compile(r"(?P<source>[^.]{2,100})\.\s+(?P<title>[^.?!]{4,300}[.?!])\s*(?P<rest>.*)", re.DOTALL)
_TITLE_FIRST = re.compile(
    r"(?P<title>[^.?!]{8,300}[.?!])\s+(?P<source>[^.;\d][^.;\d]{1,120})\.\s+(?P<rest>(?P<year>(?:19|20)\d\d)[^;]{0,12};.+)"
)
_ENDS_IN_INITIALS = re.compile(r"\w\s[A-Z]{1,3}$")  # "Doe A" is a person, "WHO" is not
_BODY_FIRST = re.compile(
    r"(?P<source>[^.?!,\d]{2,120})\.\s+(?P<title>[^.?!]{4,300}[.?!])[”\"]?\s+(?P<year>(?:19|20)\d\d)\.?"
)
_DETAILS = re.compile(
    r"(?:19|20)\d\d[^;.:]{0,12};\s*([\dA-Za-z():–,\s-]{1,80})|,\s*(\d+(?:\(\d+[^)]*\))?(?:,\s*[\de]+[–-]?[\de]*)?)"
)
LONGEST_READ = 1200  # characters; longer entries are kept word for word
TITLE_LENGTH, AUTHORS_LENGTH, SOURCE_LENGTH, DETAILS_LENGTH, URL_LENGTH, DOI_LENGTH = 500, 500, 300, 100, 500, 200


@dataclass(frozen=True)
class Entry:
    """One reference of the file. ``read``: whether its fields were recognised."""

    number: str
    text: str
    pieces: tuple[int, ...]
    title: str = ""
    authors: str = ""
    source: str = ""
    year: int | None = None
    details: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""
    read: bool = False


@dataclass
class Listing:
    """The references of a file, and what is left of its lines."""

    entries: list[Entry] = field(default_factory=list)
    headings: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)


def take_references(lines: list[Line]) -> Listing:
    """The entries of the lists of references among ``lines``, and the lines that are none of them."""
    listing = Listing()
    raw: list[tuple[str, str, Line]] = []
    inside = False
    for index, line in enumerate(lines):
        if line.kind is Kind.NOTE:
            raw.append((line.bullet[1:], line.text, line))
        elif _begins(line, lines[index + 1 : index + 3]):
            listing.headings.append(line)
            inside = True
        elif led := _led(line):
            raw += led
            inside = True
        elif inside and (entry := _entry(line, raw)):
            raw.append(entry)
        elif inside and raw and _continues(line, raw[-1][2]):
            raw[-1] = _longer(raw[-1], line)
        else:
            inside = False
            listing.rest.append(line)
    listing.entries = _numbered(raw)
    return listing


def is_heading(text: str) -> bool:
    """Whether ``text`` announces a list of references."""
    return bool(HEADING.fullmatch(text.strip()))


def _begins(line: Line, following: list[Line]) -> bool:
    """A heading counts only when something like a reference follows."""
    return is_heading(line.text) and any(
        _looks_like_reference(after.text) or _NUMBER.match(after.text) or after.bullet[:1] == "1" for after in following
    )


def _led(line: Line) -> list[tuple[str, str, Line]]:
    """The entries of a single line "References: 1. ... 2. ..."."""
    match = _LEADING.match(line.text)
    if not match or not _looks_like_reference(line.text):
        return []
    body = line.text[match.end() :]
    starts = list(_SPLIT.finditer(body))
    starts = [found for index, found in enumerate(starts, start=1) if int(found[1] or found[2]) == index]
    if len(starts) < 2:
        return [("", body, line)]
    ends = [*(found.start() for found in starts[1:]), len(body)]
    return [
        (found[1] or found[2], body[found.end() : end].strip(), line) for found, end in zip(starts, ends, strict=True)
    ]


def _entry(line: Line, before: list) -> tuple[str, str, Line] | None:
    if line.bullet[:1] == "1" and line.bullet[1:].isdecimal() and not line.continues:
        own = _NUMBER.match(line.text)
        if own:
            return next(group for group in own.groups() if group), line.text[own.end() :], line
        return line.bullet[1:], line.text, line
    match = _NUMBER.match(line.text)
    if match and not line.continues:
        return next(group for group in match.groups() if group), line.text[match.end() :], line
    numbered = bool(before) and bool(before[-1][0])
    if _looks_like_reference(line.text) and not (numbered and not line.gap) and not line.continues:
        return "", line.text, line
    return None


def _continues(line: Line, above: Line) -> bool:
    """Whether a line goes on with the entry above: nothing stood between them, not even what was dropped."""
    if line.pieces[0] != above.pieces[-1] + 1:
        return False
    return line.continues or not line.gap or bool(_URL.match(line.text)) or bool(_DOI.match(line.text))


def _longer(entry: tuple[str, str, Line], line: Line) -> tuple[str, str, Line]:
    number, text, first = entry
    return number, f"{text} {line.text}", replace(first, pieces=(*first.pieces, *line.pieces))


def _looks_like_reference(text: str) -> bool:
    return bool(_YEAR.search(text) or _URL.search(text) or _DOI.search(text) or _PMID.search(text)) and len(text) > 12


def _numbered(raw: list[tuple[str, str, Line]]) -> list[Entry]:
    """Entries with the numbers they carry, or by their order when they carry none or one twice."""
    numbers = [number for number, _text, _line in raw]
    if not all(numbers) or len(set(numbers)) != len(numbers):
        numbers = [str(position) for position in range(1, len(raw) + 1)]
    return [read_entry(number, text, line) for number, (_number, text, line) in zip(numbers, raw, strict=True)]


def read_entry(number: str, text: str, line: Line) -> Entry:
    """An entry with as many fields as could be read from its ``text``."""
    text = " ".join(text.replace("↑", " ").split())
    links = [span.href for span in line.spans if span.href.startswith("http")]
    found = _identified(Entry(number, text, line.pieces), " ".join([text, *links]), links)
    prose = _ACCESSED.sub("", _URL.sub("", _PMID.sub("", _DOI.sub("", text)))).strip(" ;,")
    prose = re.sub(r"\s*(?:\bdoi|\bPMID|\bEpub\b.*?)\s*:?\s*(?=$|[.;])", "", prose, flags=re.IGNORECASE).strip()
    prose = prose if prose.endswith((".", "?", "!")) else f"{prose}."
    if len(prose) > LONGEST_READ:
        return replace(found, title=text)
    for fields in (_vancouver(prose), _apa(prose), _without_people(prose), _web(prose, found)):
        if fields and _fits(fields):
            return replace(found, **fields, read=True)
    return replace(found, title=text)


def _identified(entry: Entry, text: str, links: list[str]) -> Entry:
    doi, pmid, url = _DOI.search(text), _PMID.search(text), _URL.search(text)
    year = [int(found[0]) for found in _YEAR.finditer(_ACCESSED.sub("", _DOI.sub("", _URL.sub("", text))))]
    address = links[0] if links else (url[0].rstrip(".,;)") if url else "")
    address = f"https://{address}" if address.startswith("www.") else address
    identifier = _closed(doi[1].rstrip(".")) if doi else ""
    return replace(
        entry,
        doi=identifier if len(identifier) <= DOI_LENGTH else "",
        pmid=pmid[1] if pmid else "",
        url="" if "doi.org/" in address else safe_address(address) if len(address) <= URL_LENGTH else "",
        year=year[0] if len(set(year)) == 1 else None,
    )


def _closed(doi: str) -> str:
    """``doi`` without a bracket that was opened before it."""
    while doi.endswith((")", "]")) and doi.count(")") + doi.count("]") > doi.count("(") + doi.count("["):
        doi = doi[:-1]
    return doi.rstrip(".,;")


def _vancouver(text: str) -> dict | None:
    match = _VANCOUVER.match(text)
    if not match:
        return None
    details = _DETAILS.search(match["rest"])
    return _cleaned(
        match["authors"], match["title"], match["source"], match["year"], details and (details[1] or details[2])
    )


def _apa(text: str) -> dict | None:
    match = _APA.match(text)
    if not match:
        return None
    rest = match["rest"].strip(" .")
    source, _comma, details = rest.partition(",")
    return _cleaned(match["authors"], match["title"], source, match["year"], details)


def _without_people(text: str) -> dict | None:
    """ "Title. Journal. 2013;3:1-150." and "Society. Title. 2021."."""
    if match := _TITLE_FIRST.match(text):
        details = _DETAILS.search(match["rest"])
        return _cleaned("", match["title"], match["source"], match["year"], details and (details[1] or details[2]))
    if (match := _BODY_FIRST.fullmatch(text)) and not _ENDS_IN_INITIALS.search(match["source"]):
        return _cleaned("", match["title"], match["source"], match["year"], "")
    return None


def _web(text: str, found: Entry) -> dict | None:
    match = _WEB.match(text) if found.url else None
    if not match or _ENDS_IN_INITIALS.search(match["source"]) or len(match["rest"].split()) > 8:
        return None
    return _cleaned("", match["title"], match["source"], str(found.year or ""), "")


def _cleaned(authors: str, title: str, source: str, year: str, details: str | None) -> dict:
    return {
        "authors": authors.strip(" .,"),
        "title": title.strip(' "“”„').removesuffix(".").strip(' "“”„'),
        "source": source.strip(" .,;"),
        "year": int(year) if year else None,
        "details": (details or "").strip(" .,;")[:DETAILS_LENGTH],
    }


def _fits(fields: dict) -> bool:
    return (
        bool(fields["title"])
        and len(fields["title"]) <= TITLE_LENGTH
        and len(fields["authors"]) <= AUTHORS_LENGTH
        and len(fields["source"]) <= SOURCE_LENGTH
    )
