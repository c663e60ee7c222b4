"""What all letters share: who they come from, the words around them, and that they are the same to read as text.

A letter names its sender and gives a postal address (CAN-SPAM, 15 U.S.C. 7704 (a) (5); GDPR, article 13 (1) (a)). It is
complete as plain text; its HTML is as simple as a letter and loads nothing. For people who chose discreet mail, neither
sender nor subject tells of health. Programs are told that nobody has to answer (RFC 3834, section 5).
"""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.models import Page, Site

from consent.addresses import Address
from consent.mail.letter import Letter
from consent.models import ConsentSettings
from portal.models import CommunitySettings

AUTOMATIC = {"Auto-Submitted": "auto-generated"}
FOLDER = "consent/emails"
SIGNATURE = "-- "


def framed_letter(
    name: str,
    *,
    to: Address,
    site: Site,
    language: str,
    context: Mapping[str, Any],
    is_discreet: bool = False,
    headers: Mapping[str, str] | None = None,
    attachments: tuple[tuple[str, str, str], ...] = (),
) -> Letter:
    """The letter that ``<name>_subject.txt``, ``<name>.txt`` and ``<name>.html`` in ``consent/emails/`` make.

    The last two extend ``_frame.txt`` and ``_frame.html``. A subject must be discreet by itself, or ask
    ``is_discreet``. Times are shown in the community's zone.
    """
    community = CommunitySettings.for_site(site)
    values = {
        **context,
        "community": community,
        "community_name": name_in(site, language),
        "home_url": site.root_url,
        "is_discreet": is_discreet,
        "language": language,
    }
    with translation.override(language), timezone.override(community.zone):
        subject = " ".join(render_to_string(f"{FOLDER}/{name}_subject.txt", values).split())
        text = tidy(render_to_string(f"{FOLDER}/{name}.txt", values))
        html = render_to_string(f"{FOLDER}/{name}.html", values | {"subject": subject})
    return Letter(
        to=to,
        subject=subject,
        text=text,
        html=html,
        sender=sender_name(site, values["community_name"], is_discreet=is_discreet),
        headers=AUTOMATIC | dict(headers or {}),
        attachments=attachments,
    )


def sender_name(site: Site, name: str, *, is_discreet: bool = False) -> str:
    """The name that stands before the portal's address: ``name`` is what the community is called in the letter.

    The discreet one never falls back to that.
    """
    wanted = ConsentSettings.for_site(site)
    if is_discreet:
        return wanted.discreet_sender_name or CommunitySettings.for_site(site).publisher_name
    return wanted.sender_name or name


def name_in(site: Site, language: str) -> str:
    """What the community is called in ``language``: as above its pages, else as in its main language."""
    main = Page.objects.filter(pk=site.root_page_id).values("translation_key")
    homes = Page.objects.live().filter(translation_key__in=main, locale__language_code=language)
    translated = homes.exclude(pk=site.root_page_id).values_list("title", flat=True).first()
    return translated or site.site_name or site.hostname


def tidy(text: str) -> str:
    """Without spaces at the ends of lines and more than one empty line in a row, which templates leave.

    The line above a signature keeps its space: programs know it by that (RFC 3676, section 4.3).
    """
    lines: list[str] = []
    for line in text.strip().splitlines():
        kept = line if line == SIGNATURE else line.rstrip()
        if kept or lines[-1]:
            lines.append(kept)
    return "\n".join(lines) + "\n"
