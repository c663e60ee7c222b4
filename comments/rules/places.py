"""Whether a comment may be added under a page, now. Asked on every step, and once more when the comment is kept."""

from datetime import timedelta
from enum import StrEnum

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, Site

from articles.models import ArticlePage
from comments.models import Comment, Conversation, ConversationSettings
from portal.open_pages import open_to_all
from portal.prepared import prepared

LARGEST_ID = 2**63 - 1  # no database asks for more


class Obstacle(StrEnum):
    """Why not."""

    GONE = "gone"  # no such article, or one that not all may open
    CLOSED = "closed"
    PAUSED = "paused"
    TOO_OLD = "too-old"  # conversations close by age
    NOT_OFFERED = "not-offered"  # the community has none, or no rules, notice or purpose in force


class ParentError(Exception):
    """The comment that is answered is not there for readers, or stands under another page."""


def open_article(page_id: int, site: Site) -> ArticlePage | None:
    """The article with this id in the community, if all readers may open it."""
    if page_id > LARGEST_ID:
        return None
    page = _open_to_all.first(page_id)
    if page is None:
        return None
    parts = page.get_url_parts()  # Wagtail's own answer to where a page belongs, without the row of that site
    return page if parts is not None and parts[0] == site.pk else None


@prepared
def _open_to_all(page: int) -> QuerySet[ArticlePage]:
    return open_to_all(ArticlePage.objects.filter(pk=page)).select_related("locale")


def obstacle(page: Page, site: Site) -> Obstacle | None:
    """What stands in the way under an open article, or None. Two queries."""
    settings = ConversationSettings.of(site)
    if not settings.is_open:
        return Obstacle.NOT_OFFERED
    return obstacle_in(_conversation.first(page.pk), page, settings)


def obstacle_under(conversation: Conversation, site: Site) -> Obstacle | None:
    """What stands in the way of more words in a conversation that is there, as all stands now. Three queries."""
    page = open_article(conversation.page_id, site) if conversation.page_id else None
    return obstacle(page, site) if page else Obstacle.GONE


@prepared
def _conversation(page: int) -> QuerySet[Conversation]:
    return Conversation.objects.filter(page=page)


def obstacle_in(conversation: Conversation | None, page: Page, settings: ConversationSettings) -> Obstacle | None:
    """The same, for a conversation that is known, or None if nobody said anything yet. No query."""
    state = conversation.state if conversation else Conversation.State.OPEN
    if state == Conversation.State.CLOSED:
        return Obstacle.CLOSED
    if state == Conversation.State.PAUSED:
        return Obstacle.PAUSED
    days = conversation.closes_after_days if conversation and conversation.closes_after_days is not None else None
    days = settings.closes_after_days if days is None else days
    published = page.first_published_at
    if days is not None and published and timezone.now() > published + timedelta(days=days):
        return Obstacle.TOO_OLD
    return None


def parent_of(conversation: Conversation | None, parent_id: int | None) -> Comment | None:
    """The published comment that is answered; None if none is. Raises ``ParentError``."""
    if parent_id is None:
        return None
    of_it = Comment.objects.published().filter(conversation=conversation)
    found = of_it.filter(pk=parent_id).first() if conversation and abs(parent_id) <= LARGEST_ID else None
    if found is None:
        raise ParentError
    return found
