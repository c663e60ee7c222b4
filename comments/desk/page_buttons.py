"""From an article in the admin to the conversation under it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button
from wagtail.models import Page

from articles.models import ArticlePage
from comments.desk.screens import url_of
from comments.rules.rights import SET_CONVERSATIONS


def to_the_conversation(page: Page, user, **_about) -> Iterator[Button]:
    """A button for those who may open and close conversations, on articles alone. No query."""
    if page.cached_content_type.model_class() is ArticlePage and user.has_perm(SET_CONVERSATIONS):
        yield Button(_("Conversation"), url_of("conversation", page.pk), icon_name="comment", priority=70)


def in_header(page, user, view_name, next_url=None) -> Iterator[Button]:
    """Among the actions of a page's header."""
    return to_the_conversation(page, user)


def in_listing(page, user, next_url=None) -> Iterator[Button]:
    """Among the actions of a page in a list of pages."""
    return to_the_conversation(page, user)
