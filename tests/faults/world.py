"""A small community for faults: an article with a conversation, newsletters, and people of every kind."""

import itertools
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core import signing
from django.test import Client
from wagtail.models import Site

from articles.models import ArticlePage, TopicPage
from comments.joining import cookie
from comments.models import Commenter
from portal.models import User
from tests.consenting import an_offer
from tests.conversing import open_conversations
from tests.reviewing import add_live

PASSWORD = "for-tests-only-" + "correct-horse"
_numbers = itertools.count(1)


@dataclass
class World:
    """What is there, and new people whenever a test needs some."""

    site: Site
    topic: TopicPage
    article: ArticlePage

    @property
    def path(self) -> str:
        """Address of the article."""
        return self.article.get_url_parts()[2]

    def address(self) -> str:
        """An address that nobody has used."""
        return f"reader-{next(_numbers)}@example.org"

    def staff(self, *groups: str) -> User:
        """A new account."""
        number = next(_numbers)
        user = User.objects.create_user(f"staff-{number}", f"staff-{number}@staff.example.org", PASSWORD)
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    def draft(self, **values: Any) -> ArticlePage:
        """A draft that nobody has approved."""
        number = next(_numbers)
        body = [{"type": "text", "value": "<h2>What helps</h2><p>Rest helps many people.</p>"}]
        page = ArticlePage(title=f"Draft {number}", slug=f"draft-{number}", summary="In short.", body=body, live=False)
        self.topic.add_child(instance=page)
        page.save_revision(user=self.staff("Editors"))
        return page


def build(site: Site) -> World:
    """Publishes everything that readers need to take part."""
    topic = site.root_page.specific.add_child(instance=TopicPage(title="Multiple myeloma", slug="multiple-myeloma"))
    body = [{"type": "text", "value": "<h2>What a relapse means</h2><p>The illness is active again.</p>"}]
    article = add_live(topic, ArticlePage(title="Relapse", slug="relapse", summary="What it means.", body=body))
    open_conversations(site)
    an_offer(site)
    return World(site, topic, article)


def signed_in(user: User) -> dict[str, str]:
    """The cookies of somebody of staff."""
    client = Client()
    client.force_login(user)
    return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


def known_commenter(commenter: Commenter) -> dict[str, str]:
    """The cookie of somebody who confirmed a comment."""
    return {settings.CONVERSATION_COOKIE_NAME: signing.dumps([commenter.pk, commenter.cookie_epoch], salt=cookie._SALT)}
