from xml.etree import ElementTree as ET

import pytest
from wagtail.models import PageViewRestriction

from articles.models import ArticleAuthor, ArticlePage, ArticleTopic, PeoplePage, PersonPage, TopicPage
from tests.reviewing import add_live, save_and_publish

ATOM = {"a": "http://www.w3.org/2005/Atom"}
BUDGET = 18  # four of them to tell which articles stand as reviewed


def feed(client, address="/feed.xml", **extra):
    response = client.get(address, **extra)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)


def entries(root, element="title"):
    return [found.text for found in root.findall(f"a:entry/a:{element}", ATOM)]


@pytest.fixture
def published(article, community):
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    for name in ("Ida Quartz", "Tom Marble"):
        article.article_authors.add(ArticleAuthor(person=people.add_child(instance=PersonPage(title=name))))
    save_and_publish(article)
    return article


def test_feed_tells_of_the_newest_articles(client, published, topic, other_community):
    topic.add_child(instance=ArticlePage(title="A draft", live=False))
    private = add_live(topic, ArticlePage(title="Private"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    elsewhere = other_community.root_page.add_child(instance=TopicPage(title="Migraine", slug="migraine"))
    add_live(elsewhere, ArticlePage(title="Elsewhere"))
    root = feed(client)
    assert root.find("a:title", ATOM).text == "Blood Cancer Community"
    assert root.find("a:link[@rel='self']", ATOM).get("href") == "http://testserver/feed.xml"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert entries(root) == ["When myeloma comes back"]
    assert entries(root, "summary") == ["What a relapse means and what comes next."]
    assert [author.text for author in root.findall("a:entry/a:author/a:name", ATOM)] == ["Ida Quartz", "Tom Marble"]
    assert root.find("a:entry/a:category", ATOM).get("term") == "Multiple myeloma"
    assert root.find("a:entry/a:link", ATOM).get("href") == "http://testserver/multiple-myeloma/relapse/"
    assert entries(feed(client, headers={"host": "migraine.test"})) == ["Elsewhere"]


def test_entries_keep_their_name_when_the_article_moves(client, published, topic, community):
    before = entries(feed(client), "id")
    assert before[0].startswith("tag:testserver,")
    published.slug = "renamed"
    save_and_publish(published)
    other = community.root_page.add_child(instance=TopicPage(title="Other", slug="other"))
    published.move(other, pos="last-child")
    root = feed(client)
    assert entries(root, "id") == before
    assert root.find("a:entry/a:link", ATOM).get("href") == "http://testserver/other/renamed/"


def test_a_topic_has_a_feed_of_its_own(client, published, topic, community):
    anaemia = community.root_page.add_child(instance=TopicPage(title="Anaemia", slug="anaemia"))
    tired = add_live(anaemia, ArticlePage(title="Tired"))
    assert entries(feed(client, "/multiple-myeloma/feed.xml")) == ["When myeloma comes back"]
    ArticleTopic.objects.create(article=tired, topic=topic)
    assert set(entries(feed(client, "/multiple-myeloma/feed.xml"))) == {"When myeloma comes back", "Tired"}
    assert entries(feed(client, "/anaemia/feed.xml")) == ["Tired"]


@pytest.mark.parametrize("address", ["/nowhere/feed.xml", "/multiple-myeloma/relapse/feed.xml", "/a/b/c/d/feed.xml"])
def test_only_topics_have_feeds(client, published, address):
    assert client.get(address).status_code == 404


def test_a_private_topic_has_no_feed(client, published, topic):
    PageViewRestriction.objects.create(page=topic, restriction_type="login")
    assert client.get("/multiple-myeloma/feed.xml").status_code == 404
    assert entries(feed(client)) == []


def test_a_feed_that_has_not_changed_is_not_sent_again(client, published):
    first = client.get("/feed.xml")
    assert client.get("/feed.xml", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert "Last-Modified" not in first  # a review that is withdrawn leaves no date
    published.title = "Another title"
    save_and_publish(published)
    assert client.get("/feed.xml", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_empty_feed_is_the_same_each_time(client, community):
    first = client.get("/feed.xml")
    assert client.get("/feed.xml", headers={"if-none-match": first["ETag"]}).status_code == 304


def test_feeds_set_no_cookie_and_take_no_post(client, published):
    response = client.get("/feed.xml")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert client.post("/feed.xml").status_code == 405
    assert client.head("/feed.xml").status_code == 200


def test_tokens_markup_and_control_characters_stay_out_of_a_feed(client, published):
    published.title = "A <b> & \x0b\x07title [[ref:x-1]]"
    published.summary = "1 < 2 [[ref:moreau-2021]]"
    save_and_publish(published)
    root = feed(client)
    assert entries(root) == ["A <b> & title"]
    assert entries(root, "summary") == ["1 &lt; 2"]  # of type "html"


def test_each_language_has_a_feed(client, spanish_article):
    assert entries(feed(client, "/es/feed.xml")) == ["Cuando vuelve el mieloma"]
    assert entries(feed(client, "/es/mieloma-multiple/feed.xml")) == ["Cuando vuelve el mieloma"]
    assert entries(feed(client)) == ["When myeloma comes back"]


def test_queries_of_a_feed_are_bounded(client, published, topic, django_assert_max_num_queries):
    for number in range(10):
        add_live(topic, ArticlePage(title=f"Article {number}"))
    feed(client)
    with django_assert_max_num_queries(BUDGET):
        feed(client, "/multiple-myeloma/feed.xml")
