"""What every screen of the desk has around it: header, icon, and the way back."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

ICON = "comment"
QUEUE = "conversation:queue"


def framed(title: str, *, under: dict[str, str] | None = None, **context: Any) -> dict[str, Any]:
    """The context of a screen titled ``title``. ``under``: the addresses of the screens above it, by their names."""
    above = {_("Home"): reverse("wagtailadmin_home"), **(under or {})}
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": ICON,
        "breadcrumbs_items": [
            *({"url": url, "label": label} for label, url in above.items()),
            {"url": "", "label": title},
        ],
        **context,
    }
