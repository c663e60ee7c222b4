"""What every screen of the desk has around it: header, the way back, and the tabs that a person may open."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from consent.desk.access import may_look_up

ICON = "mail"
DESK, DELIVERY, PROCESSING, FIND = "consent_desk", "consent_delivery", "consent_processing", "consent_find"


def framed(request, title: str, *, tab: str = "", under: dict[str, str] | None = None, **context: Any):
    """The context of a screen titled ``title``. ``under``: the addresses of the screens above it, by their names."""
    above = {_("Home"): reverse("wagtailadmin_home"), **(under or {})}
    if tab != DESK:
        above = {_("Home"): above[_("Home")], _("Consent"): reverse(DESK), **above}
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": ICON,
        "breadcrumbs_items": [
            *({"url": url, "label": label} for label, url in above.items()),
            {"url": "", "label": title},
        ],
        "tabs": tabs_for(request, tab),
        **context,
    }


def tabs_for(request, current: str) -> list[dict[str, Any]]:
    """The parts of the desk that this person may open."""
    tabs = [(DESK, _("Figures")), (DELIVERY, _("Delivery and jobs")), (PROCESSING, _("What we process, and why"))]
    if may_look_up(request.user):
        tabs.append((FIND, _("Find a person")))
    return [{"label": label, "url": reverse(name), "is_current": name == current} for name, label in tabs]
