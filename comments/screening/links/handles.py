"""Names under which somebody is reached elsewhere: "@anna on Telegram", "insta: anna_m"."""

import re
from collections.abc import Iterator

_PLATFORM = (
    r"(?:telegram|whats ?app|signal|instagram|insta|tik ?tok|facebook|twitter|snapchat|discord|wechat|viber|onlyfans|"
    r"you ?tube|twitch|skype|threads|messenger|kik|ig|fb)"
)
_BEFORE = re.compile(
    rf"(?<![\w.@])@[\w][\w.]{{1,29}}+ (?:on|en|auf|bei|in|via|por|at) (?:my |mi |meinem )?{_PLATFORM}\b"
)
_AFTER = re.compile(
    rf"\b{_PLATFORM}\b[ :=(>-]{{0,3}}"
    r"(?:(?:is|es|ist|handle|name|id|as|at|under|als|como|me) ?){0,2}[: ]{0,2}@\w[\w.]{1,29}"
)
_NAMED = re.compile(rf"\b{_PLATFORM} ?[:=] ?(?=[a-z.]{{0,29}}[\d_.][\w])[\w.]{{3,30}}")


def handles(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand in folded text. An "@anna" that names somebody in the conversation is none."""
    for pattern in (_BEFORE, _AFTER, _NAMED):
        for found in pattern.finditer(text):
            yield found.span()
