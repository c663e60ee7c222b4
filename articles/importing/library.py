"""Entries of a file's list of references in the library: matched to what is there, or added.

An entry is known by its DOI, else its PMID, else its title and year. Nothing in the library is ever changed.
"""

import re
import unicodedata

from django.db import IntegrityError, transaction

from articles.importing.entries import TITLE_LENGTH, Entry
from articles.models import Reference

MOST_KEYS = 500
_WORD = re.compile(r"[^\W_]+")


def reference_for(entry: Entry) -> Reference:
    """The library's reference for ``entry``, added when there is none."""
    return find_reference(entry) or _add(entry)


def find_reference(entry: Entry) -> Reference | None:
    """The library's reference for ``entry``, or ``None``."""
    if entry.doi and (found := Reference.objects.filter(doi__iexact=entry.doi).first()):
        return found
    if entry.pmid and (found := Reference.objects.filter(pmid=entry.pmid).first()):
        return found
    title = _plain(entry.title)
    same_year = Reference.objects.filter(year=entry.year).only("title", "doi", "pmid")
    return next(
        (other for other in same_year.iterator() if _plain(other.title) == title and not _differs(entry, other)), None
    )


def _differs(entry: Entry, other: Reference) -> bool:
    """Whether both have an identifier, and not the same."""
    return bool((entry.doi and other.doi) or (entry.pmid and other.pmid))


def _add(entry: Entry) -> Reference:
    stem = _stem(entry)
    for count in range(1, MOST_KEYS):
        key = stem if count == 1 else f"{stem}-{count}"
        if Reference.objects.filter(key=key).exists():
            continue
        try:
            with transaction.atomic():
                return Reference.objects.create(
                    key=key,
                    type=_type(entry),
                    title=entry.title[:TITLE_LENGTH],
                    **{
                        name: getattr(entry, name)
                        for name in ("authors", "source", "year", "details", "doi", "pmid", "url")
                    },
                )
        except IntegrityError:
            if found := find_reference(entry):  # somebody else added it at this moment
                return found
    raise RuntimeError(f"no free key for {stem}")


def _type(entry: Entry) -> str:
    if entry.doi or entry.pmid or entry.details:
        return Reference.Type.JOURNAL_ARTICLE
    return Reference.Type.WEB_PAGE if entry.url else Reference.Type.JOURNAL_ARTICLE


def _stem(entry: Entry) -> str:
    """The first author's name, or the first words of the title, and the year: moreau-2021."""
    words = _WORD.findall(_ascii(entry.authors or ""))[:1] or _WORD.findall(_ascii(entry.source or entry.title))[:3]
    parts = [word[:20] for word in words] + ([str(entry.year)] if entry.year else [])
    stem = "-".join(parts).lower()
    return stem if re.search(r"[a-z]", stem) else f"source-{stem}".strip("-")


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
