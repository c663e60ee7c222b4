"""Identifiers of a source, reduced to the form in which the library keeps them.

People paste what the browser's address bar holds, so addresses of the resolvers are accepted and cut down to the
identifier itself (DOI Handbook, section 3.8; PubMed's permanent links).
"""

import re
import unicodedata
from collections.abc import Container
from urllib.parse import unquote

from django.utils.text import slugify

DOI_PATTERN = r"10\.\d{4,9}/\S+"
_DOI_PREFIX = re.compile(r"\A(?:https?://)?(?:(?:dx|www)\.)?(?:doi\.org/|doi:\s*)", re.IGNORECASE)
_PMID_PREFIX = re.compile(
    r"\A(?:(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/)|pmid:?\s*)",
    re.IGNORECASE,
)
# Letters that no decomposition turns into an ASCII letter.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ł": "l", "Ł": "L", "đ": "d"}
)
_KEY_LENGTH = 60


def plain_doi(text: str) -> str:
    """The DOI alone, from a DOI, an address such as ``https://doi.org/10.…`` or ``doi:10.…``."""
    text = text.strip()
    match = _DOI_PREFIX.match(text)
    if not match:
        return text
    rest = text[match.end() :]
    return (unquote(rest) if "://" in text or "doi.org/" in text.lower() else rest).strip()


def plain_pmid(text: str) -> str:
    """The PMID alone, from a number, ``PMID: 123`` or the record's address at PubMed."""
    text = text.strip()
    match = _PMID_PREFIX.match(text)
    return text[match.end() :].strip(" /") if match else text


def proposed_key(*, authors: str, source: str, title: str, year: int | None, taken: Container[str]) -> str:
    """A key that is not in ``taken``: first author (else source, else title) and year, such as ``moreau-2021``.

    The second work of an author and year gets ``-b``, the third ``-c``; after ``-z`` numbers follow.
    """
    name = _surname(authors) or _slug(source) or _slug(title) or "source"
    stem = "-".join(name.split("-")[:3])[: _KEY_LENGTH - 12].strip("-")
    if stem.isdigit():
        stem = f"source-{stem}"
    stem = f"{stem}-{year}" if year else stem
    if stem not in taken:
        return stem
    endings = [*"bcdefghijklmnopqrstuvwxyz", *(str(number) for number in range(27, 10_000))]
    return next(key for ending in endings if (key := f"{stem}-{ending}") not in taken)


def _slug(text: str) -> str:
    return slugify(unicodedata.normalize("NFKD", text.translate(_PLAIN_LETTERS))).replace("_", "-").strip("-")


def _surname(authors: str) -> str:
    """The first author without initials: "van der Berg" of "van der Berg AB, Moreau P"."""
    first = re.split(r"[,;]", authors, maxsplit=1)[0]
    words = [word for word in first.split() if not re.fullmatch(r"(?:[A-Z]\.?-?){1,4}", word)]
    return _slug(" ".join(words) or first)
