"""Dates as people write them in English, German and Spanish, with the precision that they state.

03/04/2024 is 3 April to most of the world and 4 March to Americans: such a date is marked ambiguous, its value is
the day-first reading, and a person decides. 25/04/2024 has one reading. Dots mean day first (DIN 5008). A season or a
quarter has no days that all agree on, so that only its year counts.
"""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner enero ene",
            "february feb februar febrero",
            "march mar märz maerz mär mrz marzo",
            "april apr abril abr",
            "may mai mayo",
            "june jun juni junio",
            "july jul juli julio",
            "august aug agosto ago",
            "september sep sept septiembre setiembre",
            "october oct oktober okt octubre",
            "november nov noviembre",
            "december dec dezember dez diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_OF = r"(?:\s+(?:of|de|del))?"
_WRITTEN = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}{_OF}[\s-]+{_MONTH}{_OF},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?(?:\s+de)?\s+{_YEAR}",
        rf"{_MONTH}{_OF},?[\s-]+{_YEAR}",
        rf"{_YEAR},?\s+{_MONTH}(?:\s+{_DAY})?",
        _YEAR,
    )
]
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)([-/.])(?P<month>\d{1,2})(?:\2(?P<day>\d{1,2}))?(?:T[\d:.+Z-]*)?")
_NUMERIC = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:19|20)?\d\d)")
_MONTH_NUMBER = re.compile(r"(?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)")
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo))\.?,?\s+(?:(?:den|el)\s+)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[\s,]+(?:at|um|a las)?\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr|h)?(?:\s*[A-Z]{2,4})?$", re.IGNORECASE
)

_SEASON = re.compile(
    r"^(?:early|mid|late|spring|summer|autumn|fall|winter|q[1-4]|frühjahr|sommer|herbst|primavera|verano|otoño|invierno)"
    r"[\s-]+(?=(?:19|20)\d\d$)",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"\s[’'](\d\d)$")


@dataclass(frozen=True)
class ClaimedDate:
    """A date as precise as it was written. ``readings`` has two entries when it is ambiguous."""

    value: str
    precision: str
    ambiguous: bool = False
    readings: tuple[str, ...] = ()

    def as_json(self) -> dict:
        """The report's form."""
        return {"value": self.value, "precision": self.precision, "ambiguous": self.ambiguous}


def parse_date(text: str) -> ClaimedDate | None:
    """The date that ``text`` is, or ``None`` when it is something else or a day that doesn't exist."""
    text = _TIME.sub("", _WEEKDAY.sub("", " ".join(text.split())).strip(" .,;()")).strip(" ,.")
    text = _SEASON.sub("", _SHORT_YEAR.sub(r" 20\1", text))
    if match := _NUMERIC.fullmatch(text):
        return _numeric(match)
    for pattern in (_ISO, _MONTH_NUMBER, *_WRITTEN):
        if match := pattern.fullmatch(text):
            return _named(match.groupdict())
    return None


def _named(parts: dict[str, str | None]) -> ClaimedDate | None:
    month = parts.get("month")
    number = (int(month) if month.isdecimal() else MONTHS.get(month.casefold(), 0)) if month else None
    day = int(parts["day"] or 0) if parts.get("day") else None
    return _dated(int(parts["year"] or 0), number, day)


def _numeric(match: re.Match) -> ClaimedDate | None:
    first, sign, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    year += 2000 if year < 100 else 0
    day_first, month_first = _dated(year, second, first), _dated(year, first, second)
    if sign == "." or not month_first or day_first == month_first:
        return day_first or (month_first if sign != "." else None)
    if not day_first:
        return month_first
    return ClaimedDate(day_first.value, "day", True, (day_first.value, month_first.value))


def _dated(year: int, month: int | None, day: int | None) -> ClaimedDate | None:
    try:
        date(year, 1 if month is None else month, day or 1)
    except ValueError:
        return None
    if month is None:
        return ClaimedDate(f"{year:04}", "year")
    if day is None:
        return ClaimedDate(f"{year:04}-{month:02}", "month")
    return ClaimedDate(f"{year:04}-{month:02}-{day:02}", "day")
