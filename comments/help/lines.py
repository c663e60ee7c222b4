"""Whom a reader can call now: lines of their country and in their language first (DESIGN.md, M7).

The country is the one that the reader chose (``?country=``), else the region that the browser names in
``Accept-Language`` (RFC 9110, section 12.5.4), else that of the community. Nothing is kept of it, and nobody's network
is looked up. What a community entered takes the place of the built-in facts of that country.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language, override
from django.utils.translation.trans_real import parse_accept_lang_header
from wagtail.models import Site

from comments.help.facts import COUNTRIES, EMERGENCY, EUROPEAN_UNION, FACTS
from comments.models import ConversationSettings
from portal.models import CommunitySettings

EVERYWHERE = "EU"  # for each of its countries
SAME = {"UK": "GB"}


@dataclass(frozen=True)
class Line:
    """Somebody to call."""

    country: str
    language: str
    name: str
    phone: str
    hours: Any = ""
    address: str = ""
    about: Any = ""

    @property
    def link(self) -> str:
        """The address that calls it (RFC 3966)."""
        return f"tel:{re.sub(r'[^0-9+*#]', '', self.phone)}"


@dataclass(frozen=True)
class Country:
    """A country that a reader may choose."""

    code: str
    name: Any
    is_chosen: bool = False


@dataclass(frozen=True)
class Help:
    """What a reader is shown. ``emergency``: the number for danger now, empty where it is not known."""

    country: Country | None
    emergency: str
    lines: tuple[Line, ...]
    others: tuple[tuple[Country, tuple[Line, ...]], ...]
    countries: tuple[Country, ...]

    @property
    def emergency_link(self) -> str:
        """The address that calls it."""
        return f"tel:{self.emergency}"


def help_for(request: HttpRequest, site: Site) -> Help:
    """The help for whoever sent ``request``. Three queries at most, and never an error."""
    settings = ConversationSettings.of(site)
    entered = _entered(settings)
    by_country = _by_country(entered)
    code = _country_of(request, settings, set(by_country) | set(EMERGENCY))
    names = {**{each: each for each in by_country}, **COUNTRIES}
    chosen = Country(code, names.get(code, code), is_chosen=True) if code else None
    countries = sorted((Country(each, names[each], each == code) for each in names), key=lambda each: str(each.name))
    known = ((each, by_country.get(each.code, [])) for each in countries if each.code != code)
    return Help(
        country=chosen,
        emergency=_emergency(code, settings, site),
        lines=_in_order(_lines_of(code, by_country)),
        others=tuple((each, _in_order(lines)) for each, lines in known if lines),
        countries=tuple(countries),
    )


def lines_in(site: Site, language: str) -> tuple[Line, ...]:
    """What somebody who reads ``language`` is shown in a community, unless they named another country. Two queries."""
    settings = ConversationSettings.of(site)
    with override(language):
        return _in_order(_lines_of(settings.country.upper(), _by_country(_entered(settings))))


def _lines_of(code: str, by_country: dict[str, list[Line]]) -> list[Line]:
    return by_country.get(code) or by_country.get(EVERYWHERE if code in EUROPEAN_UNION else "", [])


def _entered(settings: ConversationSettings) -> list[Line]:
    rows = settings.help_lines.all() if settings.pk else []
    return [
        Line(row.country.upper(), row.language, row.name, row.phone, hours=row.hours, address=row.address)
        for row in rows
    ]


def _by_country(entered: list[Line]) -> dict[str, list[Line]]:
    """Lines by country: those that were entered, and facts for the countries that have none."""
    own = {line.country for line in entered}
    found: dict[str, list[Line]] = {}
    for line in [*entered, *(Line(**fact._asdict()) for fact in FACTS if fact.country not in own)]:
        found.setdefault(line.country, []).append(line)
    return found


def _country_of(request: HttpRequest, settings: ConversationSettings, known: set[str]) -> str:
    asked = request.GET.get("country", "")[:2].upper()
    languages = parse_accept_lang_header(request.headers.get("Accept-Language", "")[:500])
    regions = (tag.rpartition("-")[2].upper() for tag, _quality in languages if "-" in tag)
    for code in (asked, *regions, settings.country.upper()):
        if SAME.get(code, code) in known:
            return SAME.get(code, code)
    return ""


def _emergency(code: str, settings: ConversationSettings, site: Site) -> str:
    """What the community entered holds for its own country, and where nothing is known of the reader's."""
    own = CommunitySettings.for_site(site).emergency_number
    is_own = code in ("", settings.country.upper())
    return (own if is_own else "") or EMERGENCY.get(code, "") or own


def _in_order(lines: list[Line], language: str = "") -> tuple[Line, ...]:
    """Those in the reader's language first, then those in several; what is for danger to life before the rest."""
    language = (language or get_language() or "")[:2]
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                bool(line.about),
                [language, ""].index(line.language) if line.language in (language, "") else 2,
            ),
        )
    )
