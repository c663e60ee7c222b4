"""One copy of an issue: subject, sender, headers, text and HTML. Nothing is looked up and no link is made here, so that
a preview is what will be sent.

``List-Unsubscribe`` and its one click: RFC 2369, RFC 8058. ``List-Id``: RFC 2919; it names the newsletter by a number,
since whoever reads over a shoulder may see it. ``Auto-Submitted`` and ``Precedence``: RFC 3834 and custom, so that no
absent person's program answers. No picture, no pixel, no link that leads elsewhere first (DESIGN.md, E1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import override

from consent.mail.frame import name_in, sender_name, tidy
from consent.models import NewsletterIssue
from consent.newsletter.sources import Entry
from portal.models import CommunitySettings


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
class Rendered:
    """A copy, written."""

    subject: str
    sender: str
    text: str
    html: str
    headers: dict[str, str]


def render(issue: NewsletterIssue, entries: Sequence[Entry], copy: Copy, *, is_test: bool = False) -> Rendered:
    """Writes a copy of ``issue`` with ``entries``, of which there is at least one."""
    site = issue.purpose.site
    community = CommunitySettings.for_site(site)
    values = {
        "copy": copy,
        "entries": entries,
        "first": entries[0],
        "further": len(entries) - 1,
        "introduction": issue.introductions.get(copy.language, ""),
        "community": community,
        "community_name": name_in(site, copy.language),
        "home_url": site.root_url,
        "is_discreet": copy.is_discreet,
        "language": copy.language,
        "address": [line.strip() for line in community.publisher_address.splitlines() if line.strip()],
        "is_test": is_test,
    }
    with override(copy.language):
        subject = " ".join(render_to_string("consent/emails/newsletter_subject.txt", values).split())
        values["subject"] = subject
        return Rendered(
            subject=subject,
            sender=sender_name(site, values["community_name"], is_discreet=copy.is_discreet),
            text=tidy(render_to_string("consent/emails/newsletter.txt", values)),
            html=render_to_string("consent/emails/newsletter.html", values),
            headers=headers_of(issue, copy.stop_url),
        )


def headers_of(issue: NewsletterIssue, stop_url: str) -> dict[str, str]:
    """The headers of every copy of ``issue``."""
    return {
        "List-Id": f"<newsletter-{issue.purpose_id}.{issue.purpose.site.hostname}>",
        "List-Unsubscribe": f"<{stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "Precedence": "bulk",
    }
