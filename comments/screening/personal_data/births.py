"""Days of birth. A year alone is none, and neither is the day of anything else."""

import re
from collections.abc import Iterator

from comments.screening.personal_data.dates import WRITTEN, numeric
from comments.screening.text import Reading

_BIRTH = (
    r"(?:\bborn\b|\bdob\b|\bd\.o\.b\.?|\bdate of birth\b|\bbirth ?(?:day|date)\b|\bnacid[oa]\b|\bnaci\b|\bnacio\b|"
    r"\bfecha (?:de )?nac(?:imiento|\.)?(?![^\W_])|\bcumpleanos\b|"
    r"\bf\. ?nac\.?|\bgeboren\b|\bgeb\.|\bgeburts(?:datum|tag)\b)"
)
_LINK = r"(?:[ :=,*(-]{0,3}(?:on|in|the|is|was|am|el|en|es|dia|ist|war|den)?){0,3}[ :]{0,2}"
_BORN = re.compile(rf"{_BIRTH}{_LINK}(?:{numeric(1)}|{WRITTEN})")
_BORN_AFTER = re.compile(rf"(?:{numeric(2)}|{WRITTEN})[ ,(]{{1,2}}(?:geboren\b|\(?dob\b|geb\.)")


def births(reading: Reading, _language: str) -> Iterator[tuple[int, int, str]]:
    """Such as "born 12 May 1964", "DOB: 12/05/64", "am 12.5.1964 geboren"."""
    for pattern in (_BORN, _BORN_AFTER):
        for found in pattern.finditer(reading.characters):
            yield *found.span(), "Day of birth"
