"""The order of the sidebar: what one writes, what it is made of, what watches over it. An item that a person may not
use is not shown: each item asks its own permission policy.
"""

from django.utils.translation import gettext_lazy as _

MAIN_ORDER = [
    "articles",
    "reviews",
    "explorer",
    "corrections",
    "people",
    "references",
    "glossary",
    "synonyms",
    "consent",
    "images",
    "import",
    "reports",
    "settings",
]
OUR_WORDS = {"images": _("Pictures"), "explorer": _("All pages")}
LEAD_ELSEWHERE = {"help"}  # What's new and the editors' guide are pages of another host


def order_main_menu(request, items):
    """Puts the sidebar in order; what is not named in ``MAIN_ORDER`` follows in its own order before the reports."""
    items[:] = [item for item in items if item.name not in LEAD_ELSEWHERE]
    for item in items:
        item.label = OUR_WORDS.get(item.name, item.label)
        if item.name in MAIN_ORDER[-2:]:
            continue  # Wagtail puts reports and settings last
        item.order = 100 * MAIN_ORDER.index(item.name) if item.name in MAIN_ORDER else 2000 + item.order
