"""Finds web addresses, numbered hosts and handles. An e-mail address is personal data, and not found here again."""

import re
from collections.abc import Iterable, Iterator

from comments.screening.detector import About, Category, Found
from comments.screening.email_addresses import email_addresses
from comments.screening.endings import GENERIC
from comments.screening.hosts import Host, hosts, trimmed
from comments.screening.links.handles import handles
from comments.screening.links.written_out import written_out
from comments.screening.spans import Span, Spans, without_overlaps
from comments.screening.text import Reading, Text

# "http", "hxxp", "h**p", also with brackets around the colon.
_SCHEME = re.compile(
    r"(?<![^\W_])(?:h[tx*]{2}ps?|ftp|tg|whatsapp|magnet|sftp|wss?|file|intent|market|ipfs|sms|gopher)"
    r" ?[(\[{]?:[)\]}]? ?(?://|/ /|\?|\\\\)\S{0,2000}+"
)
# Addresses that run or hold something themselves: "javascript:alert(1)", "data:text/html,...".
_PROGRAM = re.compile(
    r"(?<![^\W_])(?:(?:java|vb|live)script:(?=\S{0,200}[(=%/;])\S{1,2000}+"
    r"|data:(?:text|image|application|audio|video)/\S{1,2000}+|view-source:\S{1,2000}+)"
)
_WITHOUT_DOTS = re.compile(rf"(?<![\w-])www\d? [a-z\d-]{{2,63}} (?:{'|'.join(sorted(GENERIC))})(?![\w-])")
_NUMBERED = re.compile(r"(?<![\w.,/-])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|[.,-]\d)(?::\d{1,5})?(?:/\S{0,2000}+)?")
_HIGHEST = 255  # of each number in an IPv4 address


class Links:
    """Finds links."""

    name, version = "links", 2

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """Every link, each once."""
        found: list[tuple[Span, str]] = []
        for reading in {id(each): each for each in (text.plain, text.spaced_in)}.values():
            addresses = Spans(reading.span(*span) for span in email_addresses(reading))
            for start, end, reason in _links(reading, about.language):
                span = reading.span(start, end)
                if not addresses.touch(span):
                    found.append((span, reason))
        for span, reason in without_overlaps(found):
            yield Found(Category.LINK, *span, reason)


def _links(reading: Reading, language: str) -> Iterator[tuple[int, int, str]]:
    text = reading.characters
    for match in _SCHEME.finditer(text):
        yield match.start(), trimmed(text, match.end()), "Web address"
    for match in _PROGRAM.finditer(text):
        yield match.start(), trimmed(text, match.end()), "Web address that runs or holds something"
    for start, end in written_out(reading, language):
        yield start, end, "Web address"
    for match in _WITHOUT_DOTS.finditer(text):
        yield *match.span(), "Web address"
    for host in hosts(reading, language):
        yield host.start, host.end, _reason(host)
    for match in _NUMBERED.finditer(text):
        if _is_address(match.group()):
            yield match.start(), trimmed(text, match.end()), "Numbered web address"
    for start, end in handles(text):
        yield start, end, "Account on another service"


def _is_address(text: str) -> bool:
    numbers = [int(part) for part in re.split(r"[:/]", text)[0].split(".")]
    return max(numbers) <= _HIGHEST and (numbers[0] > 9 or "/" in text or ":" in text)  # noqa: PLR2004 - not "section 1.2.3.4"


def _reason(host: Host) -> str:
    if host.is_short:
        return "Shortened web address: nobody can see where it leads"
    if host.is_messenger:
        return "Link to a messenger"
    if "xn--" in host.name:
        return "Web address in another script, written as xn--"
    return "Web address"
