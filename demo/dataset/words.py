"""The words of the data set: sections, lists and sentences of the demonstration's articles and comments, in an order
that follows from a seed. Links to pages lose their address, since they lead to pages of one community.
"""

import itertools
import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from demo.content import COMMUNITIES, read, read_all

NUMBER = "9999999999"  # stands for the number of an article until it is known
USUAL_WORDS = 260
LONG_WORDS, LONG_REFERENCES = 1_200, 25  # of those few articles that are measured page by page
COMMENTS = 400  # different texts of comments
_LISTS = ("key_points", "callout", "details", "quotation", "care_card", "do", "dont", "questions", "table")
_LINK = re.compile(r"\[([^\]\[]+)\]\(page:[^)]*\)")
_TOKEN = re.compile(r"\s*\[\[ref:[^\]]*\]\]")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")

Block = dict[str, Any]


@cache
def sections() -> tuple[tuple[str, str], ...]:
    """Heading and Markdown of each section of the demonstration's articles."""
    found: list[tuple[str, str]] = []
    for block in _blocks("text"):
        for part in re.split(r"(?m)^## ", block["text"])[1:]:
            heading, _line, text = part.partition("\n")
            found.append((heading.strip(), text.strip()))
    return tuple(found)


@cache
def lists() -> dict[str, tuple[Block, ...]]:
    """The other blocks that need no picture and no page, by their kind."""
    return {name: tuple(_blocks(name)) for name in _LISTS}


@cache
def summaries() -> tuple[str, ...]:
    """What stands under the titles of the demonstration's articles."""
    return tuple(entry["summary"] for folder in COMMUNITIES for entry in read_all(folder, "articles"))


@cache
def reference_keys() -> tuple[str, ...]:
    """The keys of the demonstration's real references."""
    names = ("blood-cancer", "migraine")
    return tuple(entry["key"] for name in names for entry in read("shared", "references", f"{name}.yaml"))


@cache
def names() -> tuple[str, ...]:
    """The names under which people of the demonstration comment."""
    return tuple(dict.fromkeys(comment["by"] for comment in _comments()))


@cache
def sentences() -> tuple[str, ...]:
    """What people of the demonstration say in published comments, sentence by sentence."""
    return tuple(sentence for comment in _comments() for sentence in _SENTENCE.split(comment["text"].strip()))


@cache
def comment_texts() -> tuple[str, ...]:
    """Different texts of comments: two to six of these sentences."""
    chance = random.Random("comments")  # noqa: S311 - no secret
    texts: dict[str, None] = {}
    while len(texts) < COMMENTS:
        parts = chance.sample(sentences(), chance.randint(2, 6))
        half = len(parts) // 2
        texts["\n\n".join(" ".join(part) for part in (parts[:half], parts[half:]) if part)] = None
    return tuple(texts)


def body(pattern: int, *, seed: int, is_long: bool = False) -> tuple[str, list[Block]]:
    """A title and a body as the demonstration's files hold them, with ``NUMBER`` in both."""
    chance = random.Random(f"{seed}/{pattern}/{is_long}")  # noqa: S311 - no secret
    heading = sections()[pattern % len(sections())][0]
    opening = f"## {heading}\n\nThis is text {NUMBER} of a data set for measuring, put together from other texts."
    kinds = chance.sample(_LISTS, 3 if is_long else 1)
    blocks = [chance.choice(lists()[kind]) for kind in sorted(kinds, key=lambda kind: kind != "key_points")]
    blocks.append({"text": opening})
    for title, text in itertools.cycle(chance.sample(sections(), len(sections()))):
        if length(blocks) >= (LONG_WORDS if is_long else USUAL_WORDS):
            break
        blocks.append({"text": f"## {title}\n\n{text}"})
    if is_long:
        blocks = _with_references(blocks, reference_keys()[:LONG_REFERENCES])
    return f"{heading.rstrip('?.')}, text {NUMBER}", blocks


def length(blocks: list[Block]) -> int:
    """How many words they have."""
    return sum(len(_TOKEN.sub("", text).split()) for block in blocks for text in _texts(block))


def _with_references(blocks: list[Block], keys: tuple[str, ...]) -> list[Block]:
    """The same text, citing each of ``keys`` once and nothing else."""
    plain = [_replaced(block, _TOKEN, "") for block in blocks]
    of_text = [block for block in plain if "text" in block]
    for place, key in enumerate(keys):
        block = of_text[place % len(of_text)]
        block["text"] = f"{block['text'].rstrip()} [[ref:{key}]]"
    return plain


def _blocks(name: str) -> Iterator[Block]:
    for folder in COMMUNITIES:
        for entry in read_all(folder, "articles"):
            for block in entry["body"]:
                if name in block:
                    yield _replaced(block, _LINK, r"\1")


def _comments() -> Iterator[dict]:
    for folder in COMMUNITIES:
        for conversation in read(folder, "conversations.yaml")["conversations"]:
            yield from (entry for entry in conversation["comments"] if "approve" in entry.get("becomes", []))


def _replaced(value: Any, pattern: re.Pattern[str], words: str) -> Any:
    match value:
        case str():
            return pattern.sub(words, value)
        case dict():
            return {name: _replaced(part, pattern, words) for name, part in value.items()}
        case list():
            return [_replaced(part, pattern, words) for part in value]
    return value


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from _texts(part)
        case list():
            for part in value:
                yield from _texts(part)
