"""What other apps say of an article in its graph: functions that give properties of its node. Apps add theirs when they
start; articles know none of them.
"""

from collections.abc import Callable

from articles.models import ArticlePage
from articles.public_site import PublicSite
from articles.structured_data.web_page import Node

FURTHER: list[Callable[[ArticlePage, PublicSite], Node]] = []


def further(page: ArticlePage, site: PublicSite) -> Node:
    """All of it."""
    return {name: value for properties in FURTHER for name, value in properties(page, site).items()}
