"""One copy of an issue: subject, sender, headers, text and HTML. Nothing is looked up and no link is made here, so that
a preview is what will be sent.

``List-Unsubscribe`` and its one click: RFC 2369, RFC 8058. ``List-Id``: RFC 2919; it names the newsletter by a number,
since whoever reads over a shoulder may see it. ``Auto-Submitted`` and ``Precedence``: RFC 3834 and custom, so that no
absent person's program answers. No picture, no pixel, no link that leads elsewhere first (DESIGN.md, E1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from consent.mail.frame import AUTOMATIC, Framed, framed
from consent.models import NewsletterIssue
from consent.newsletter.sources import Entry


@dataclass(frozen=True)
class Copy:
    """What differs from person to person."""

    language: str
    is_discreet: bool
    agreed_words: str
    agreed_on: date
    stop_url: str
    preferences_url: str


@dataclass(frozen=True)
class Rendered(Framed):
    """A copy, written."""

    headers: dict[str, str]


def render(issue: NewsletterIssue, entries: Sequence[Entry], copy: Copy, *, is_test: bool = False) -> Rendered:
    """Writes a copy of ``issue`` with ``entries``, of which there is at least one."""
    values = {
        "copy": copy,
        "entries": entries,
        "first": entries[0],
        "further": len(entries) - 1,
        "introduction": issue.introductions.get(copy.language, ""),
        "is_test": is_test,
    }
    written = framed(
        "newsletter", site=issue.purpose.site, language=copy.language, context=values, is_discreet=copy.is_discreet
    )
    return Rendered(**vars(written), headers=headers_of(issue, copy.stop_url))


def headers_of(issue: NewsletterIssue, stop_url: str) -> dict[str, str]:
    """The headers of every copy of ``issue``."""
    return {
        "List-Id": f"<newsletter-{issue.purpose_id}.{issue.purpose.site.hostname}>",
        "List-Unsubscribe": f"<{stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
        **AUTOMATIC,
    }
