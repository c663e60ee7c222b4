"""What the markup of a page says is no part of its article: menus, buttons, share bars, banners, hidden text.

Names of classes are a hint that some sites get wrong, so an element is believed only while it holds less than half
of the page's text and no main heading.
"""

import re

from django.utils.translation import gettext_noop

MAIN = ("main", "article")
_TAGS = {
    "nav": gettext_noop("navigation"),
    "button": gettext_noop("a button"),
    "label": gettext_noop("a form"),
    "legend": gettext_noop("a form"),
    "option": gettext_noop("a form"),
    "textarea": gettext_noop("a form"),
    "dialog": gettext_noop("a dialogue of the page"),
}
_ROLES = {
    "navigation": gettext_noop("navigation"),
    "banner": gettext_noop("head of the page"),
    "contentinfo": gettext_noop("foot of the page"),
    "search": gettext_noop("a form"),
    "dialog": gettext_noop("a dialogue of the page"),
    "alertdialog": gettext_noop("a dialogue of the page"),
}
_NAMES = [
    (re.compile(rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])", re.IGNORECASE), reason)
    for names, reason in (
        (r"breadcrumbs?", gettext_noop("a trail of links to this page")),
        (r"cookies?|cookiebar|cookie-?banner|consent|gdpr|onetrust\S*", gettext_noop("cookie notice")),
        (
            r"newsletter|newsletter-?sign-?up|subscribe|subscription|email-?(?:capture|signup)|signup|mailchimp",
            gettext_noop("invitation to a newsletter"),
        ),
        (
            r"share|sharing|share-?(?:bar|buttons?|links?)|social|social-?(?:share|links|media)|addthis|sharethis",
            gettext_noop("buttons for sharing"),
        ),
        (
            r"ad|ads|advert|adverts|advertisement|advertising|ad-?(?:slot|unit|container|wrapper)|sponsored|promo|dfp",
            gettext_noop("advertisement"),
        ),
        (
            r"related(?:-?(?:articles|posts|content|links))?|recommended|recommendations|read-?next|more-?stories|trending",
            gettext_noop("heading of links to other pages"),
        ),
        (
            r"comments|comment-?(?:list|section|form)|disqus|conversation|discussion",
            gettext_noop("invitation to join the conversation"),
        ),
        (
            r"navbar|nav|menu|site-?(?:nav|menu|header|footer)|skip-?(?:link|to-?content)|toc|table-?of-?contents|pagination|pager",
            gettext_noop("navigation"),
        ),
        (r"sr-only|visually-?hidden|screen-?reader-?text|hidden", gettext_noop("hidden on the page")),
        (r"feedback|rating|was-?this-?helpful", gettext_noop("question whether the page was helpful")),
    )
]
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def chrome_reason(element, main, whole: int) -> str:
    """Why ``element`` is no part of the article, or an empty string. ``main`` is the element that holds the article."""
    reason = (
        _TAGS.get(element.tag, "") or _ROLES.get((element.get("role") or "").lower(), "") or _by_place(element, main)
    )
    if not reason and (element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")):
        reason = "hidden on the page"
    if not reason:
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        reason = next((why for pattern, why in _NAMES if names.strip() and pattern.search(names)), "")
    return reason if reason and _is_small(element, whole) else ""


def _by_place(element, main) -> str:
    """The head and the foot of the page, unless they belong to the article itself."""
    if element.tag not in ("header", "footer") or main is None or element.find(".//h1") is not None:
        return ""
    inside = any(parent is main or parent.tag in MAIN for parent in element.iterancestors())
    return "" if inside else {"header": "head of the page", "footer": "foot of the page"}[element.tag]


def _is_small(element, whole: int) -> bool:
    if element.tag in ("html", "body", *MAIN, "h1") or element.find(".//h1") is not None:
        return False
    return len("".join(element.itertext())) * 2 < whole or element.tag in _TAGS
