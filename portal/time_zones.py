"""The time zones that a community may choose from, by part of the world (IANA time zone database)."""

from itertools import groupby
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

PARTS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def time_zone_choices() -> list:
    """Choices for a select: none, UTC, then the zones of each part of the world under its name."""
    zones = sorted(zone for zone in available_timezones() if zone.split("/")[0] in PARTS)
    parts = groupby(zones, key=lambda zone: zone.split("/")[0])
    return [
        ("", _("As the installation")),
        ("UTC", "UTC"),
        *((part, [(zone, _readable(zone)) for zone in members]) for part, members in parts),
    ]


def _readable(zone: str) -> str:
    return zone.split("/", 1)[1].replace("/", ", ").replace("_", " ")
