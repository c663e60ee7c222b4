"""How an article was worded at another time: told by what differs from the version that its file holds.

``wording`` gives for words of the one version those of the other, ``leave_out`` names kinds of blocks that the other
one lacks. Words that don't stand there are an error, so that the two can't drift apart.
"""

import re
from typing import Any

WORDED = ("title", "summary", "introduction", "body")


def differing(entry: dict, *, wording: dict[str, str] | None = None, leave_out: list[str] | None = None) -> dict:
    """``entry`` as it reads with the other words. Raises ``KeyError`` for words or blocks that it does not have."""
    words = {name: entry[name] for name in WORDED if name in entry}
    for here, there in (wording or {}).items():
        pattern = re.compile(r"\s+".join(map(re.escape, here.split())))
        words, count = _replaced(words, pattern, there)
        if not count:
            raise KeyError(f"{entry['slug']} does not say: {here}")
    for name in leave_out or []:
        kept = [block for block in words["body"] if name not in block]
        if len(kept) == len(words["body"]):
            raise KeyError(f"{entry['slug']} has no block named {name}")
        words["body"] = kept
    return {**entry, **words}


def _replaced(value: Any, pattern: re.Pattern[str], words: str) -> tuple[Any, int]:
    """``value`` with the words in every text that it holds, and how often."""
    if isinstance(value, str):
        return pattern.subn(lambda _found: words, value)
    if isinstance(value, dict):
        pairs = {key: _replaced(part, pattern, words) for key, part in value.items()}
        return {key: part for key, (part, _count) in pairs.items()}, sum(count for _part, count in pairs.values())
    if isinstance(value, list):
        parts = [_replaced(part, pattern, words) for part in value]
        return [part for part, _count in parts], sum(count for _part, count in parts)
    return value, 0
