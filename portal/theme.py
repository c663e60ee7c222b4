"""A community's colours as a stylesheet of its own: the content policy allows no inline style."""

import hashlib

from django.http import HttpResponse

from portal.models import CommunitySettings

ONE_YEAR = 31_536_000  # seconds


def theme_css(community: CommunitySettings) -> str:
    """CSS that sets the accent colour, light and dark."""
    return f":root{{--accent:{community.accent_colour};--accent-dark:{community.accent_colour_dark}}}\n"


def theme_digest(community: CommunitySettings) -> str:
    """Names the stylesheet by its content, so that a browser may keep it for ever."""
    return hashlib.sha256(theme_css(community).encode()).hexdigest()[:12]


def theme_stylesheet(request, digest):
    """The stylesheet of the community that answers this address."""
    community = CommunitySettings.for_request(request)
    response = HttpResponse(theme_css(community), content_type="text/css; charset=utf-8")
    fresh = digest == theme_digest(community)
    response["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable" if fresh else "no-cache"
    return response
