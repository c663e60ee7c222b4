"""E-mail addresses as people write and disguise them: anna@example.org, "anna (at) example (punto) com", "anna at
example dot org". Looked for in folded text.
"""

import re
from collections.abc import Iterator

from comments.screening.endings import ENDINGS, GENERIC
from comments.screening.tables import words
from comments.screening.text import Reading

_LABEL = r"[^\W_][\w-]{0,62}+"
_BRACKETED_DOT = r" ?[(\[{<] ?(?:\.|dot|punto|punkt) ?[)\]}>] ?"
_DOT = rf"(?:\.|{_BRACKETED_DOT}| (?:dot|punto|punkt) | \. )"
_LOCAL = r"(?<![\w.%+'-])[\w][\w.%+'-]{0,63}+"
_AT = r"(?: ?@ ?| ?[(\[{<] ?(?:at|arroba|klammeraffe|@) ?[)\]}>] ?| (?:arroba|klammeraffe) )"
_WITH_SIGN = re.compile(rf"({_LOCAL}){_AT}({_LABEL}(?:{_DOT}{_LABEL}){{1,6}})")
_SPOKEN = re.compile(rf"({_LOCAL}) (?:at|arroba|auf) ({_LABEL}(?: (?:dot|punto|punkt) {_LABEL}){{1,4}})")
_PROVIDERS = (
    "gmail|googlemail|hotmail|outlook|yahoo|icloud|protonmail|proton|gmx|live|aol|msn|mail|yandex|zoho|posteo|t-online"
)
_AT_PROVIDER = re.compile(
    rf"({_LOCAL}) (?:at|arroba) ((?:{_PROVIDERS}) ?(?:\.|dot|punto|punkt)? ?(?:com|net|org|de|es|me|co))\b"
)
_OF_PROVIDER = re.compile(rf"{_LOCAL} ?@ ?(?:{_PROVIDERS})(?![\w.-])")
_UNDERSCORED = re.compile(r"(?<![\w.-])[a-z\d.-]{1,64}+_at_[a-z\d-]{1,63}+(?:_dot_[a-z\d-]{2,63}+){1,3}")
_NO_NAMES = words("words", "before at")
_SPLIT = re.compile(_DOT)


def email_addresses(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where they stand in ``reading.characters``."""
    text = reading.characters
    for found in _WITH_SIGN.finditer(text):
        if end := _end(found.group(2), found.start(2)):
            yield found.start(1), end
    for pattern in (_OF_PROVIDER, _UNDERSCORED):
        for found in pattern.finditer(text):
            yield found.span()
    for pattern in (_SPOKEN, _AT_PROVIDER):
        for found in pattern.finditer(text):
            if found.group(1) not in _NO_NAMES and (
                end := _end(found.group(2), found.start(2)) or _whole(found, pattern)
            ):
                yield found.start(1), end


def _whole(found: re.Match[str], pattern: re.Pattern[str]) -> int:
    return found.end() if pattern is _AT_PROVIDER else 0


def _end(domain: str, start: int) -> int:
    """Where the longest part of ``domain`` ends that can be one; 0 if none can."""
    dots = list(_SPLIT.finditer(domain))
    for number in range(len(dots) - 1, -1, -1):
        label_end = dots[number + 1].start() if number + 1 < len(dots) else len(domain)
        label, dot = domain[dots[number].end() : label_end], dots[number].group()
        known = label in ENDINGS if dot.strip() != "." or dot == "." else label in GENERIC
        if known or (dot == "." and label.isalpha() and len(label) > 1):
            return start + label_end
    return 0
