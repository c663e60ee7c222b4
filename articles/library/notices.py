"""Reads the list of retractions that Retraction Watch publishes (CSV): one pass, a row in memory at a time.

The file is what many hands made it: UTF-8 with some lines in Windows-1252, line breaks in quoted fields, several rows
for one paper, rows without a day, DOIs in any case or "unavailable", PMIDs of 0, an empty column at the end. A file
whose rows can't be told apart is refused with the line. Days and kinds are looked at in those rows alone that concern
the library. Days are written month first (1/31/2023 0:00).
"""

import codecs
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import count
from typing import BinaryIO, NamedTuple

from django.utils.translation import gettext as _

from articles.library.identifiers import DOI_PATTERN, plain_doi, plain_pmid

LONGEST_LINE = 1_000_000  # bytes
NEEDED = ("RetractionDate", "RetractionDOI", "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "Reason")


class Nature(StrEnum):
    """What a notice says of a paper, as the file writes it; in the order in which notices of one day count."""

    CORRECTION = "correction"
    CONCERN = "expression of concern"
    RETRACTION = "retraction"
    REINSTATEMENT = "reinstatement"


class BadFileError(Exception):
    """The file, or a row of it, can't be read: a sentence with the number of the line."""

    def __init__(self, line: int, what: str):
        super().__init__(_("Line %(line)d: %(what)s") % {"line": line, "what": what})


class Notice(NamedTuple):
    """One notice on a paper. ``doi`` is the notice's own, or empty."""

    nature: Nature
    day: date
    doi: str
    reasons: str


class Row(NamedTuple):
    """A row of the file: the paper that it is about, and the rest as it was written."""

    line: int
    doi: str  # in small letters, or empty
    pmid: str
    written: Mapping[str, str]

    def notice(self) -> Notice:
        """The notice. Raises ``BadFileError`` where its day or kind can't be read."""
        return Notice(self._nature(), self._day(), _doi(self.written["RetractionDOI"]), self._reasons())

    def _nature(self) -> Nature:
        written = self.written["RetractionNature"].strip()
        try:
            return Nature(written.lower())
        except ValueError:
            raise BadFileError(self.line, _("“%(word)s” is no known kind of notice.") % {"word": written}) from None

    def _day(self) -> date:
        written = self.written["RetractionDate"].strip()
        for layout in ("%m/%d/%Y", "%Y-%m-%d"):
            try:
                return datetime.strptime(written.split(" ")[0], layout).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        raise BadFileError(self.line, _("“%(word)s” is no day such as 1/31/2023.") % {"word": written})

    def _reasons(self) -> str:
        """ "+Error in Text;+Concerns About Data;" as "Error in Text; Concerns About Data"."""
        reasons = (reason.strip(" +") for reason in self.written["Reason"].split(";"))
        return "; ".join(reason for reason in reasons if reason)


def read_rows(stream: BinaryIO) -> Iterator[Row]:
    """The rows of the file. Raises ``BadFileError`` at the first that can't be read."""
    records = _records(stream)
    line, head = next(records, (1, []))
    columns = _columns(line, head)
    width = max(position for position, name in enumerate(head, start=1) if name.strip())
    for line, values in records:
        if len(values) < width or any(values[width:]):
            what = _("%(found)d fields instead of %(expected)d.") % {"found": len(values), "expected": width}
            raise BadFileError(line, what)
        written = {name: values[position] for name, position in columns.items()}
        yield Row(line, _doi(written["OriginalPaperDOI"]).lower(), _pmid(written["OriginalPaperPubMedID"]), written)


def _columns(line: int, head: Sequence[str]) -> dict[str, int]:
    positions = {name.strip().lower(): position for position, name in enumerate(head)}
    for name in NEEDED:
        if name.lower() not in positions:
            raise BadFileError(line, _("the column %(name)s is missing.") % {"name": name})
    return {name: positions[name.lower()] for name in NEEDED}


def _records(stream: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the number of the line on which it begins."""
    reader = csv.reader(_lines(stream), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error:
            what = _("a quotation mark is missing or misplaced, or the line is not one of a CSV file.")
            raise BadFileError(line, what) from None
        if any(value.strip() for value in values):
            yield line, values


def _lines(stream: BinaryIO) -> Iterator[str]:
    for number in count(1):
        line = stream.readline(LONGEST_LINE + 1)
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line:
            return
        if len(line) > LONGEST_LINE or b"\0" in line:
            raise BadFileError(number, _("this is no text in UTF-8 or Latin-1 with a row on each line."))
        try:
            yield line.decode()
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace")


def _doi(written: str) -> str:
    doi = plain_doi(written)
    return doi if re.fullmatch(DOI_PATTERN, doi) else ""


def _pmid(written: str) -> str:
    pmid = plain_pmid(written).lstrip("0")
    return pmid if pmid.isascii() and pmid.isdigit() else ""
