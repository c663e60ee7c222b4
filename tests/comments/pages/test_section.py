"""The conversation under an article: after the reviewed text, the same for everybody, at a cost that never grows."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage
from comments.models import Comment, Conversation, ConversationSettings
from comments.models.comment import State
from consent.models import InForce, PolicyPage
from tests.conversing import a_comment, open_conversations, publish_rules
from tests.crowding import crowd
from tests.reviewing import save_and_publish, sign

ADDRESS = "/multiple-myeloma/relapse/"


def shown(client):
    return BeautifulSoup(client.get(ADDRESS).content, "html.parser")


def section(client):
    return shown(client).select_one("#conversation")


def test_the_conversation_stands_after_the_reviewed_text_and_its_foot(client, article):
    a_comment(article, state=State.PUBLISHED)
    html = shown(client)
    talk = html.select_one("#conversation")
    assert not talk.find_parent("article")
    assert talk.find_previous_sibling("article") == html.select_one("article.article")
    assert talk.h2.get_text() == "Conversation"
    assert "not medical advice" in talk.get_text()
    assert html.select_one(".article-head .conversation-jump a").get_text() == "1 comment"
    assert html.select_one(".article-head .conversation-jump a")["href"] == "#conversation"


def test_nothing_stands_there_where_there_are_no_rules_and_nobody_said_anything(client, article):
    assert section(client) is None
    assert shown(client).select_one(".conversation-jump") is None


def test_an_empty_conversation_invites(client, article):
    open_conversations(article.get_site())
    talk = section(client)
    assert "Nobody has written here yet." in talk.get_text()
    assert talk.find("a", string="Join the conversation")["href"] == f"/conversation/{article.pk}/join/"


def test_the_rules_are_named_in_the_version_in_force(client, article, community):
    open_conversations(article.get_site())
    page = community.root_page.add_child(
        instance=PolicyPage(title="Our rules", slug="rules", role="rules", body="<p>Be kind.</p>", live=False)
    )
    page.save_revision().publish()
    publish_rules(article.get_site(), [("new", "A new rule.")])
    rules = section(client).find("a", string="Our rules")
    number = InForce.objects.get(kind="rules").version.version
    assert rules["href"].endswith("/rules/")
    assert number > 1
    assert f"version {number}" in " ".join(rules.parent.get_text().split())


@pytest.mark.parametrize(
    ("changes", "settings", "sentence"),
    [
        ({"state": Conversation.State.CLOSED}, {}, "This conversation is closed."),
        ({"state": Conversation.State.PAUSED}, {}, "This conversation is paused."),
        ({"closes_after_days": 3}, {}, "its conversation has closed"),
        ({}, {"closes_after_days": 3}, "its conversation has closed"),
        ({}, {"is_open": False}, "New comments are not possible here at the moment."),
    ],
)
def test_a_conversation_that_nobody_can_join_stays_readable_and_says_why(client, article, changes, settings, sentence):
    comment = a_comment(article, state=State.PUBLISHED)
    assert section(client).find("a", string="Join the conversation")
    assert section(client).find("a", string=re.compile("Reply"), href=True) or "Reply" in section(client).get_text()
    Page.objects.filter(pk=article.pk).update(first_published_at=timezone.now() - timedelta(days=5))
    Conversation.objects.filter(pk=comment.conversation_id).update(**changes)
    if settings:
        ConversationSettings.objects.update_or_create(site=article.get_site(), defaults=settings)
    for html in (section(client), BeautifulSoup(client.get(f"/conversation/{article.pk}/").content, "html.parser")):
        text = html.get_text()
        assert sentence in text
        assert "What helped me" in text
        assert "Join the conversation" not in text
        assert "Reply" not in text


def test_the_article_is_the_same_for_everybody(client, article, django_user_model):
    comment = a_comment(article, state=State.PUBLISHED)
    anonymous = client.get(ADDRESS)
    assert not anonymous.cookies
    assert "cookie" not in anonymous.get("Vary", "").lower()
    assert b"csrf" not in anonymous.content.lower()
    other = Client(headers={"User-Agent": "z", "Accept-Language": "de"})
    other.force_login(django_user_model.objects.create_user("u"))
    other.cookies["conversation"] = "anything"
    assert other.get(ADDRESS).content == anonymous.content
    assert comment.is_published


def test_comments_cost_an_article_one_query_however_many_they_are(client, article, django_assert_num_queries):
    open_conversations(article.get_site())
    client.get(ADDRESS)
    with django_assert_num_queries(_queries(client)) as without:
        client.get(ADDRESS)
    first = a_comment(article, state=State.PUBLISHED)
    with django_assert_num_queries(len(without) + 1):
        client.get(ADDRESS)
    crowd(first, 4999)
    with django_assert_num_queries(len(without) + 1):
        html = client.get(ADDRESS).content.decode()
    assert "All comments (5000)" in html
    assert html.count('class="comment"') == 20
    assert f'href="/conversation/{article.pk}/?page=2"' in html


def _queries(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        client.get(ADDRESS)
    return len(asked)


def test_only_published_comments_are_counted(client, article):
    a_comment(article, state=State.PUBLISHED)
    a_comment(article, state=State.REMOVED, address="b@example.org")
    a_comment(article, address="c@example.org")
    assert shown(client).select_one(".conversation-jump a").get_text() == "1 comment"
    Comment.objects.update(state=State.PENDING, html="")
    assert shown(client).select_one(".conversation-jump a").get_text() == "Conversation"


def test_a_comment_from_before_a_revision_says_so_and_later_ones_do_not(client, article):
    a_comment(article, state=State.PUBLISHED, text="Said before.")
    assert "Posted before" not in section(client).get_text()
    page = ArticlePage.objects.get(pk=article.pk)
    page.body = [{"type": "text", "value": "<h2>What a relapse means</h2><p>Something else.</p>"}]
    save_and_publish(page)
    a_comment(article, state=State.PUBLISHED, text="Said after.", address="b@example.org")
    before, after = section(client).select(".comment")
    month = timezone.localtime(timezone=article.get_site().communitysettings.zone).strftime("%B %Y")
    assert f"Posted before this article was revised in {month}" in before.get_text()
    assert "Posted before" not in after.get_text()


def test_approving_the_same_words_again_is_no_revision(client, article):
    a_comment(article, state=State.PUBLISHED)
    sign(article, draft=False)
    assert "Posted before" not in section(client).get_text()


def test_a_revision_that_is_approved_and_not_public_yet_is_not_told(client, article):
    a_comment(article, state=State.PUBLISHED)
    page = ArticlePage.objects.get(pk=article.pk)
    page.body = [{"type": "text", "value": "<h2>What a relapse means</h2><p>Something else.</p>"}]
    save_and_publish(page)
    Page.objects.filter(pk=article.pk).update(last_published_at=timezone.now() - timedelta(days=1))
    assert "Posted before" not in section(client).get_text()
