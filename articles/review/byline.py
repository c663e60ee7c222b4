"""Under whose name a reviewed text stands: the reviewer's, or the board's where the community prefers that and the
reviewer sits on one. Everything but the address of the person's page is told as the ledger has it.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from articles.models import ReviewDecision
from portal.addresses import address_of
from portal.models import CommunitySettings

ANCHOR = "how-reviewed"  # of the part of an article that tells about its review


@dataclass(frozen=True)
class Byline:
    """A name, what it is qualified in, and the address to which it leads. ``is_board``: a board, not a person."""

    name: str
    qualification: str = ""
    url: str = ""
    is_board: bool = False


def byline_of(decision: ReviewDecision, community: CommunitySettings, request: HttpRequest | None) -> Byline:
    """The name behind “Reviewed by”. A board leads to the part of the article that names the person."""
    if community.review_byline == CommunitySettings.ReviewByline.BOARD and decision.board_name:
        return Byline(decision.board_name, url=f"#{ANCHOR}", is_board=True)
    return reviewer_of(decision, request)


def reviewer_of(decision: ReviewDecision, request: HttpRequest | None) -> Byline:
    """The person who decided, with the titles that counted that day. ``decision`` knows its ``person_path``."""
    titles = dict.fromkeys(credential["title"] for credential in decision.credentials)
    page = person_page(decision)
    return Byline(decision.reviewer_name, ", ".join(titles), address_of(page, request) if page else "")


def person_page(decision: ReviewDecision) -> Page | None:
    """The reviewer's page as far as its address goes, if any reader may open it. No query."""
    path = getattr(decision, "person_path", None)
    return Page(url_path=path) if path else None
