"""What an article says of its conversation to machines: schema.org's ``Comment``, for published ones of the first page.

The words are those that readers see there; nothing else about a person is known.
"""

from functools import lru_cache

from django.urls import reverse
from django.utils import timezone

from articles.models import ArticlePage
from articles.public_site import PublicSite, zoned
from articles.structured_data.script import Written
from articles.structured_data.web_page import Node
from comments.pages.section import section_under
from comments.reading.public_html import shown
from comments.reading.thread_html import KEPT
from comments.reading.threads import Line, Rows, lines_of


def conversation_nodes(page: ArticlePage, site: PublicSite) -> Node:
    """Properties of the article: its comments and how many there are. No query beside those of the page."""
    section = section_under(page, site.request)
    if section is None or not section.count:
        return {}
    counter = {
        "@type": "InteractionCounter",
        "interactionType": "https://schema.org/CommentAction",
        "userInteractionCount": section.count,
    }
    base = site.absolute(reverse("conversation_comment", args=[0])).removesuffix("0/")
    return {
        "commentCount": section.count,
        "interactionStatistic": counter,
        "comment": _comments(section.rows, base, timezone.get_current_timezone_name()),
    }


@lru_cache(maxsize=KEPT)
def _comments(rows: Rows, base: str, _zone: str) -> Written:
    """Remembered by everything that they are made of."""
    return Written.of([_comment(line, base) for line in lines_of(rows)])


def _comment(line: Line, base: str) -> Node:
    """``base``: what the address of each comment begins with."""
    address = f"{base}{line.pk}/"
    node: Node = {
        "@type": "Comment",
        "@id": address,
        "url": address,
        "text": shown(line.text),
        "dateCreated": zoned(line.said_at),
        "author": {"@type": "Person", "name": shown(line.name)},
    }
    if line.parent_name is not None:
        node["parentItem"] = {"@type": "Comment", "@id": f"{base}{line.parent}/"}
    return node
