"""One entry of a list of references, read into the fields of the library.

Formats read: Vancouver and AMA ("Moreau P, Kumar SK. Title. Journal. 2021;22(3):e105-e118."), APA ("Moreau, P. (2021).
Title. Journal, 22(3), 105-118."), bodies ("Organisation. Title. Journal. 2021;22:1-9.") and web pages ("Organisation.
Title. https://..."). An entry that fits none is kept word for word as the title, and a person is asked to put it in
order.
"""

import re
from dataclasses import dataclass, replace

from articles.importing.links import safe_address
from articles.importing.pieces import Line

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DOI = re.compile(r"(?:doi\s*[:.]?\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s\"<>,;]+)", re.IGNORECASE)
PMID = re.compile(
    r"(?:PMID\s*:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)([1-9]\d{0,8})(?!\d)", re.IGNORECASE
)
URL = re.compile(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
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
    rf"others|u\.\s?a))?(?:[;,]\s[^.;]{{3,80}}(?:Group|Investigators|Network|Committee|Consortium|Collaborators))?)[.:]\s+"
    r"(?P<title>[^.?!]{3,}?(?:[.][^\s.?!][^.?!]*)*[.?!])\s+(?P<source>[^\d.;(][^.;\d]{1,120}?)[.,]?\s+(?P<rest>(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s)?(?P<year>(?:19|20)\d\d).*)",
)
_APA = re.compile(
    rf"(?P<authors>{_SURNAME},\s(?:[A-Z]\.[\s-]?)+.*?|[A-Z][^()]{{2,120}}?)\.?\s\((?P<year>(?:19|20)\d\d)(?:,[^)]*)?\)\.\s+(?P<title>[^.?!]{{3,}}[.?!])\s*(?P<rest>.*)",
    re.DOTALL,
)
_WEB = re.compile(r"(?P<source>[^.]{2,100})\.\s+(?P<title>[^.?!]{4,300}[.?!])\s*(?P<rest>.*)", re.DOTALL)
_TITLE_FIRST = re.compile(
    r"(?P<title>[^.?!]{8,300}[.?!])\s+(?P<source>[^.;\d][^.;\d]{1,120})\.\s+(?P<rest>(?P<year>(?:19|20)\d\d)[^;]{0,12};.+)"
)
_ENDS_IN_INITIALS = re.compile(r"\w\s[A-Z]{1,3}$")  # "Doe A" is a person, "WHO" is not
_BODY_FIRST = re.compile(
    r"(?P<source>[^.?!,\d]{2,120})\.\s+(?P<title>[^.?!]{4,300}[.?!,])[”\"]?\s+(?P<year>(?:19|20)\d\d)\.?"
)
_COLLECTIVE = re.compile(
    r"(?P<authors>[^.?!\d]{2,120})\.\s+(?P<title>[^.?!]{3,300}[.?!])\s+(?P<source>[^\d.;(][^.;\d]{1,120})\.\s+"
    r"(?P<rest>(?P<year>(?:19|20)\d\d)[^;]{0,12};.+)"
)
_TITLE_ALONE = re.compile(r"(?P<title>[^.?!]{3,300}[.?!])\s+\((?P<year>(?:19|20)\d\d)(?:,[^)]{0,40})?\)\.")
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
    counted: bool = False  # whether its number isn't the file's own


def read_entry(number: str, text: str, line: Line) -> Entry:
    """An entry with as many fields as could be read from its ``text``."""
    text = " ".join(text.replace("↑", " ").split())
    links = [span.href for span in line.spans if span.href.startswith("http")]
    found = _identified(Entry(number, text, line.pieces), " ".join([text, *links]), links)
    prose = _ACCESSED.sub("", URL.sub("", PMID.sub("", DOI.sub("", text)))).strip(" ;,")
    prose = re.sub(r"\s*(?:\bdoi|\bPMID|\bEpub\b.*?)\s*:?\s*(?=$|[.;])", "", prose, flags=re.IGNORECASE).strip()
    prose = prose if prose.endswith((".", "?", "!")) else f"{prose}."
    if len(prose) > LONGEST_READ:
        return replace(found, title=text)
    for fields in (_vancouver(prose), _apa(prose), _without_people(prose), _web(prose, found)):
        if fields and _fits(fields):
            return replace(found, **fields, read=True)
    return replace(found, title=text)


def _identified(entry: Entry, text: str, links: list[str]) -> Entry:
    doi, pmid, url = DOI.search(text), PMID.search(text), URL.search(text)
    year = [int(found[0]) for found in YEAR.finditer(_ACCESSED.sub("", DOI.sub("", URL.sub("", text))))]
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
    if (match := _COLLECTIVE.fullmatch(text)) and not _ENDS_IN_INITIALS.search(match["authors"]):
        details = _DETAILS.search(match["rest"])
        return _cleaned(
            match["authors"], match["title"], match["source"], match["year"], details and (details[1] or details[2])
        )
    if match := _TITLE_ALONE.fullmatch(text):
        return _cleaned("", match["title"], "", match["year"], "")
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
    if match["source"].endswith("et al"):
        return _cleaned(match["source"], match["title"], "", str(found.year or ""), "")
    return _cleaned("", match["title"], match["source"], str(found.year or ""), "")


def _cleaned(authors: str, title: str, source: str, year: str, details: str | None) -> dict:
    return {
        "authors": authors.strip(" .,"),
        "title": title.strip(' "“”„').rstrip(".,").strip(' "“”„'),
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
