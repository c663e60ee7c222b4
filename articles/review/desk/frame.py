"""What every screen of the desk has around it: header, icon, and the way back to the desk."""

from typing import Any

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

ICON = "clipboard-list"


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


def desk_closed(request):
    """The way back for somebody to whom the desk is not open, with the reason."""
    messages.error(
        request, _("The desk is open to reviewers with a credential that is valid today, and to those who publish.")
    )
    return redirect("wagtailadmin_home")


def review_url(page_id: int, **query: str) -> str:
    """Where the review of an article stands."""
    return reverse("review", args=[page_id], query=query or None)
