"""Numbers that anybody may pass on: help lines, freephone and other numbers that countries give to services alone.

116 xxx: Commission Decision 2007/116/EC. Others by the national plans: 0800 in Germany, Austria, Switzerland,
Argentina, South Africa and the United Kingdom, there also 0808 and 0300, 800 and its like in North America and Mexico,
1800 and 1300 in Ireland and Australia, 800, 900, 901 and 902 in Spain, 01 8000 in Colombia, 00800 in many.
"""

import re

from comments.screening.tables import words

_LINES = words("public_lines", "lines")
_COUNTRY = re.compile(r"(?:00)?(?:1|27|34|353|41|43|44|49|52|54|57|61)(?=\d)")
_EVERYWHERE = r"1?8(?:00|33|44|55|66|77|88)\d{7}|1[38]00\d{6}|[89]00\d{6}|90[12]\d{6}|0?18000\d{5,7}"
_AT_HOME = re.compile(rf"116\d{{3}}|0800\d{{3,8}}|0080\d{{9}}|0808\d{{7}}|0300\d{{7}}|{_EVERYWHERE}")
_FROM_ABROAD = re.compile(rf"116\d{{3}}|800\d{{3,8}}|808\d{{7}}|300\d{{7}}|{_EVERYWHERE}")


def is_public_line(run: str) -> bool:
    """Whether a run of digits and signs, as "+1 (800) 273-8255", is the number of a service."""
    digits = re.sub(r"\D", "", run)
    if digits in _LINES or _AT_HOME.fullmatch(digits):
        return True
    abroad = _COUNTRY.match(digits) if run.lstrip(" (").startswith(("+", "00")) else None
    return bool(abroad and _FROM_ABROAD.fullmatch(digits, abroad.end()))
