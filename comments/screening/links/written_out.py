"""Web addresses whose dots are hidden: "example-dot-com", "example dotcom", "example·com", "www,example,com", "%2E".

Plain and written-out dots with spaces around are read by ``hosts``.
"""

import re
from collections.abc import Iterator

from comments.screening.endings import ENDINGS, GENERIC, NO_HOSTS, WORDS
from comments.screening.hosts import invites, trimmed
from comments.screening.text import Reading

_NAME = r"[^\W_]{2,63}+"
_LABEL = r"[^\W_][\w-]{1,62}+"
_ENDING = r"[^\W_]{2,24}+"
_DOTS = r"(?:d[o0]t|punto|punkt)"
_SIGN = r"[·●∙‧⋅・∘⚫◦]"
_JOINED = re.compile(
    rf"(?<![\w-])((?:[^\W_]{{1,63}}+[-_]){{1,6}}){_DOTS}[-_]({_ENDING})(?:[-_]{_DOTS}[-_]({_ENDING}))?(?![\w-])"
)
_DOTCOM = re.compile(rf"(?<![\w-])({_LABEL}) (?:dot ?c[o0]m|puntocom|punktcom)(?![\w-])")
_WORD_FOLLOWS = re.compile(r" [^\W\d_]")
_GLUED = re.compile(r"(?<![\w-])([^\W_]{3,40}?)(?:dot(?:com|net|org|info|biz)|puntocom|punktcom)(?![\w-])")
_SIGNS = re.compile(rf"(?<![\w-])({_NAME}) ?{_SIGN} ?({_ENDING})(?![\w-])")
_PERCENT = re.compile(rf"(?<![\w%-])({_LABEL})(?:%2e|&#46;|&period;)({_ENDING})(?![\w-])")
_COMMAS = re.compile(
    rf"(?<![\w-])(?:www\d?[,;:_]{{1,2}} ?{_LABEL}[,;:_]{{1,2}} ?{_ENDING}"
    rf"|{_LABEL},c[o0]m(?= ?(?:$|[/.!?;:)])))(?![\w-])"
)
_SLASH = r"(?:forward )?(?:slash|barra|schragstrich)"
_SLASHES = re.compile(
    rf"(?<![\w-])(?:{_NAME} ?(?:\.|,| |dot|punto) ?(?:com|net|org|info|ly|me|gl|gd|cc) {_SLASH} {_LABEL}"
    r"|(?:bitly|bit ly|tinyurl|cuttly|goo gl|is gd|linktree|linktr ee|rebrandly|shorturl|t me|wa me|tme|wame)"
    rf" ?(?:/|{_SLASH}) ?{_LABEL})"
)


def written_out(reading: Reading, language: str) -> Iterator[tuple[int, int]]:
    """Where they stand in ``reading.characters``."""
    text = reading.characters
    for found in _JOINED.finditer(text):
        host, ending = re.split("[-_]", found.group(1))[-2], found.group(3) or found.group(2)
        if host not in NO_HOSTS and _is_ending(ending, language):
            yield found.span()
    for pattern in (_SIGNS, _PERCENT):
        for found in pattern.finditer(text):
            if found.group(1) not in NO_HOSTS and _is_ending(found.group(2), language):
                yield found.span()
    for pattern in (_COMMAS, _SLASHES):
        for found in pattern.finditer(text):
            yield found.start(), trimmed(text, found.end())
    yield from _dotcom(text)


def _dotcom(text: str) -> Iterator[tuple[int, int]]:
    """ "example dotcom" and "exampledotcom", but not "a dotcom firm"."""
    for found in _DOTCOM.finditer(text):
        is_alone = not _WORD_FOLLOWS.match(text, found.end())
        if found.group(1) not in NO_HOSTS and (is_alone or invites(text, found.start())):
            yield found.span()
    for found in _GLUED.finditer(text):
        if found.group(1) not in NO_HOSTS:
            yield found.span()


def _is_ending(label: str, language: str) -> bool:
    return label in GENERIC or (label in ENDINGS and label not in WORDS.get(language, WORDS["en"]))
