"""The public pages: one for each year, and a list of the years."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from comments.knowing.durations import in_words
from comments.knowing.rule_words import rule_words
from comments.knowing.small_numbers import in_steps, told, told_sum
from comments.knowing.transparency import KEPT, Year, year_figures, years_of
from comments.rulebook import rulebook_in_force
from portal.models import CommunitySettings


@require_safe
@cache_control(public=True, max_age=KEPT)
def transparency_years(request: HttpRequest) -> HttpResponse:
    """The years of this community."""
    site = _site(request)
    return render(request, "conversation/transparency_years.html", _around(site, years_of(site)))


@require_safe
@cache_control(public=True, max_age=KEPT)
def transparency(request: HttpRequest, year: int) -> HttpResponse:
    """One year. 404 for one in which nothing was decided."""
    site = _site(request)
    years = years_of(site)
    if year not in years:
        raise Http404("Nothing was decided in this year.")
    zone = CommunitySettings.for_site(site).zone
    context = _around(site, [each for each in years if each != year]) | _told(year_figures(site, year), site)
    context |= {"year": year, "is_running": year == timezone.now().astimezone(zone).year}
    return render(request, "conversation/transparency.html", context)


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("There is no community here.")
    return site


def _around(site: Site, years: list[int]) -> dict[str, Any]:
    rules = rulebook_in_force(site, get_language() or "")
    return {"site": site, "years": years, "rules": rules.version if rules else None}


def _told(found: Year, site: Site) -> dict[str, Any]:
    """The figures in words, as they may be told."""
    return {
        "rows": list(_rows(found, site)),
        "sums": {
            "rejected": told_sum([*(row.rejected for row in found.rules), found.spam]),
            "removed": told_sum(row.removed for row in found.rules),
            "asked": told_sum(row.asked for row in found.rules),
        },
        "spam": told(found.spam),
        "counted_at": found.counted_at,
        "tables": _tables(found),
    }


def _rows(found: Year, site: Site) -> Iterator[dict[str, Any]]:
    """The rules that decisions cited, with their sentences."""
    language = get_language() or ""
    words = rule_words([(site.pk, row.code) for row in found.rules], language)
    for row in found.rules:
        rule = words.get((site.pk, row.code))
        counts = {name: told(getattr(row, name)) for name in ("rejected", "removed", "asked")}
        yield counts | {
            "sentence": rule.sentence if rule else row.code,
            "version": rule.version if rule else None,
            "language": rule.language if rule and rule.language != language else "",
        }


def _tables(found: Year) -> list[dict[str, Any]]:
    """The tables of two columns."""
    return [
        {
            "caption": _("Comments"),
            "lines": [
                (_("Received"), told(found.received)),
                (_("Published"), told(found.published)),
                (_("Median waiting time"), in_words(found.median)),
            ],
        },
        {
            "caption": _("Reports by readers"),
            "lines": [(_("Received"), told(found.reports)), (_("Found right"), told(found.upheld))],
        },
        {
            "caption": _("Appeals of authors"),
            "lines": [(_("Heard"), told(found.heard)), (_("Decision changed"), told(found.overturned))],
            "note": _("Each was heard by somebody who had not decided before."),
        },
        _by_programs(found),
        {
            "caption": _("People in danger"),
            "lines": [(_("Comments that were looked at as such"), in_steps(found.crises))],
        },
    ]


def _by_programs(found: Year) -> dict[str, Any]:
    """What the portal decided by itself."""
    return {
        "caption": _("Decided by a program"),
        "lines": [
            (_("Published at once, since its author is trusted"), told(found.at_once)),
            (_("Not published, since a moderator had banned its author"), told(found.banned)),
        ],
        "note": _("No program judges what somebody writes. Programs point out passages; a moderator decides."),
    }
