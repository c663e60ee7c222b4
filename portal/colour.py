"""Colours that can be read: contrast by WCAG 2.2, success criteria 1.4.3 and 1.4.11."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3 (AA): text of normal size
LIGHT_GROUND = "#fbf8f2"  # --paper in static/css/, light
DARK_GROUND = "#1b1916"  # --paper in static/css/, dark
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of a colour written ``#rrggbb`` (WCAG 2.2)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21, of two colours written ``#rrggbb`` (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def validate_readable(colour: str, *, ground: str) -> None:
    """Raises ``ValidationError`` unless ``colour`` is ``#rrggbb`` and readable as text on ``ground``."""
    if not _HEX.fullmatch(colour):
        raise ValidationError(_("Write the colour as # and six digits, for example #8a1f3d."))
    ratio = contrast(colour, ground)
    if ratio < LEAST_CONTRAST:
        advice = _("Choose a darker colour.") if luminance(ground) > 0.5 else _("Choose a lighter colour.")
        raise ValidationError(
            _("Its contrast with the page is %(ratio).1f to 1. Text needs %(least)s to 1 at least. %(advice)s")
            % {"ratio": ratio, "least": LEAST_CONTRAST, "advice": advice}
        )


def validate_readable_on_light(colour: str) -> None:
    """As ``validate_readable``, on the light page."""
    validate_readable(colour, ground=LIGHT_GROUND)


def validate_readable_on_dark(colour: str) -> None:
    """As ``validate_readable``, on the dark page."""
    validate_readable(colour, ground=DARK_GROUND)
