"""E-mail addresses as people write and disguise them: anna@example.org, "anna (at) example (punto) com", "anna at
example dot org", "anna.smith at gmail". Looked for in folded text.
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
    rf"({_LOCAL})(?: (?:at|arroba) | ?[(\[{{<] ?(?:at|arroba|@) ?[)\]}}>] ?)"
    rf"((?:{_PROVIDERS}) ?(?:\.|dot|punto|punkt)? ?(?:com|net|org|de|es|me|co))\b"
)
_OF_PROVIDER = re.compile(rf"{_LOCAL} ?(?:@|arroba) ?(?:{_PROVIDERS})(?![\w.-])")
# Services that are known for e-mail alone, so that "anna at gmail" needs no ending.
_MAIL_ONLY = "(?:gmail|googlemail|hotmail|icloud|protonmail|gmx|posteo|web de|t-online)"
_AT_MAIL = re.compile(
    rf"({_LOCAL}),? ?[(\[]?(?:at |on |en |de |bei |a |@ )?{_MAIL_ONLY}(?![\w.-]| (?:dot|punto|punkt))"
)
_IS_ONES_OWN = re.compile(
    rf"(?<![\w-])(?:{_MAIL_ONLY}|e-?mail(?: address)?|correo(?: electronico)?)"
    r"(?: (?:is|es|ist|lautet) |(?: is)? ?[:=] ?)"
    r"(?=[a-z])([\w][\w.%+-]{2,63}+)(?! ?[@(\[/]| (?:at|arroba|dot|punto|punkt) )"
)
_ARTICLE = re.compile(
    r"\b(?:the|an?|my|your|his|her|their|our|some|any|no|new|is|was|i|we|they|you|to|and|or|not|"
    r"el|la|un|una|mi|su|die|der|das) $"
)
_WORDY = re.compile(r"(?=.*[a-z])(?:.*\d.*|.+[._+].+)")  # "annasmith77", "anna.smith", and no word
_UNDERSCORED = re.compile(r"(?<![\w.-])[a-z\d.-]{1,64}+_at_[a-z\d-]{1,63}+(?:_dot_[a-z\d-]{2,63}+){1,3}")
_MAY_BE = re.compile(r"[a-z]{4,30}")
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
    yield from _without_ending(text)
    for pattern in (_SPOKEN, _AT_PROVIDER):
        for found in pattern.finditer(text):
            if found.group(1) not in _NO_NAMES and (
                end := _end(found.group(2), found.start(2)) or _whole(found, pattern)
            ):
                yield found.start(1), end


def _without_ending(text: str) -> Iterator[tuple[int, int]]:
    """ "anna.smith at gmail", "my gmail is annasmith77", "jsmith at hotmail"."""
    for found in _AT_MAIL.finditer(text):
        name, is_at = found.group(1), " at " in found.group() or "@" in found.group()
        may_be = is_at and _MAY_BE.fullmatch(name) and name not in _NO_NAMES
        if _is_account(name) or (may_be and not _ARTICLE.search(text[max(0, found.start() - 8) : found.start()])):
            yield found.span()
    for found in _IS_ONES_OWN.finditer(text):
        if _is_account(found.group(1)):
            yield found.start(), found.end() - len(found.group(1)) + len(found.group(1).rstrip("."))


def _is_account(name: str) -> bool:
    """Whether a name has a digit or a sign in it, as no word does, and is no web address."""
    bare = name.rstrip(".")
    return bool(_WORDY.fullmatch(bare)) and bare.rpartition(".")[2] not in ENDINGS


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
