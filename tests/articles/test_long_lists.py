"""Lists that are too long for one page: every entry stands on one of them, and search engines find each article."""

from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import a_to_z, listings
from articles.models import ArticleAuthor, ArticlePage, PeoplePage, PersonPage, TopicIndexPage
from articles.sitemap import CommunitySitemap
from tests.articles.test_sitemap import NAMES
from tests.reviewing import a_reviewer, add_live

TOPIC = "/multiple-myeloma/"


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(listings, "ON_A_PAGE", 3)
    monkeypatch.setattr(a_to_z, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(a_to_z, "ON_A_PAGE", 2)
    monkeypatch.setattr(CommunitySitemap, "limit", 3)


@pytest.fixture
def articles(topic, short_pages):
    """Seven articles and four stories."""
    kinds = ["information"] * 7 + ["story"] * 4
    return [add_live(topic, ArticlePage(title=f"Text {n}", kind=kind)) for n, kind in enumerate(kinds)]


@pytest.fixture
def people(community):
    return community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))


@pytest.fixture
def ada(people, articles):
    """The author of all of them."""
    ada = people.add_child(instance=PersonPage(title="Ada Example", slug="ada"))
    ArticleAuthor.objects.bulk_create(ArticleAuthor(article=article, person=ada) for article in articles)
    return ada


@pytest.fixture
def ruth(people, articles):
    """The reviewer of all of them."""
    return people.add_child(instance=PersonPage(title="Ruth Adler", slug="ruth", user=a_reviewer()))


def main_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def entries(main, section):
    found = main.find("section", {"aria-labelledby": section})
    return [link.get_text() for link in found.select("li h3 a")] if found else []


def test_every_article_of_a_topic_stands_on_one_of_its_pages(client, articles):
    pages = [main_of(client, f"{TOPIC}?page={number}") for number in (1, 2, 3)]
    information = [title for page in pages for title in entries(page, "information")]
    stories = [title for page in pages for title in entries(page, "stories")]
    assert numbers(information) == list(range(7))
    assert numbers(stories) == list(range(7, 11))
    assert [len(entries(page, "information")) for page in pages] == [3, 3, 1]
    assert pages[2].find(id="stories") is None
    assert pages[1].find("a", rel="next")["href"] == "?page=3"


def test_a_number_that_names_no_page_leads_to_one(client, community, articles):
    index = community.root_page.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    for number in ("", "0", "-1", "x", "9" * 400, "٣", "%00"):
        for path in (TOPIC, index.url):
            assert main_of(client, f"{path}?page={number}&letter={number}").find("li"), (path, number)


def test_further_pages_are_not_for_search_engines(client, articles):
    first, second = (BeautifulSoup(client.get(path).content, "html.parser") for path in (TOPIC, f"{TOPIC}?page=2"))
    assert first.find("link", rel="canonical")
    assert not first.find("meta", {"name": "robots"})
    assert second.find("meta", {"name": "robots"})["content"] == "noindex"
    assert not second.find("link", rel="canonical")
    again = BeautifulSoup(client.get(f"{TOPIC}?page=1").content, "html.parser")
    assert again.find("link", rel="canonical") == first.find("link", rel="canonical")


def test_each_page_has_a_title_of_its_own(client, community, articles):
    index = community.root_page.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    addresses = [TOPIC, f"{TOPIC}?page=2", index.url, f"{index.url}?letter=t", f"{index.url}?letter=t&page=2"]
    shown = [BeautifulSoup(client.get(each).content, "html.parser").title.string for each in addresses]
    assert [title.removesuffix(" – Blood Cancer Community") for title in shown] == [
        "Multiple myeloma", "Multiple myeloma, page 2", "A to Z: M", "A to Z: T", "A to Z: T, page 2"
    ]  # fmt: skip


def test_a_topic_of_one_page_has_no_pager_and_takes_any_number(client, article):
    assert "Page 1 of" not in main_of(client, TOPIC).get_text()
    assert len(entries(main_of(client, f"{TOPIC}?page=7"), "information")) == 1


@pytest.mark.parametrize("path", [TOPIC, "/people/ada/"])
def test_queries_do_not_grow_with_a_list(client, topic, ada, path):
    counts = []
    for _round in range(2):
        for number in range(6):
            article = add_live(topic, ArticlePage(title=f"More {number}"))
            ArticleAuthor.objects.create(article=article, person=ada)
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def all_pages(client, path, section, *, count):
    pages = [entries(main_of(client, f"{path}?page={number + 1}"), section) for number in range(count)]
    return numbers(title for page in pages for title in page)


def numbers(titles):
    return sorted(int(title.removeprefix("Text ")) for title in titles)


def test_what_a_person_wrote_stands_on_several_pages(client, ada):
    assert all_pages(client, "/people/ada/", "written", count=4) == list(range(11))


def test_what_a_person_reviewed_stands_on_several_pages_as_long_as_it_is_what_they_approved(client, articles, ruth):
    assert all_pages(client, "/people/ruth/", "reviewed", count=3) == list(range(7))
    ArticlePage.objects.filter(pk=articles[3].pk).update(summary="Not what was approved.")
    assert all_pages(client, "/people/ruth/", "reviewed", count=3) == [0, 1, 2, 4, 5, 6]


def test_the_a_to_z_of_a_large_community_shows_a_letter_at_a_time(client, community, topic, articles):
    for title in ("Éclairs", "early signs", "Eating"):
        add_live(topic, ArticlePage(title=title))
    community.root_page.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    first = main_of(client, "/a-to-z/")
    assert [link["href"] for link in first.find(class_="letters").find_all("a")] == [
        "?letter=e",
        "?letter=m",
        "?letter=t",
    ]
    assert first.find("a", {"aria-current": "page"}).string == "E"
    second = main_of(client, "/a-to-z/?letter=e&page=2")
    shown = [link.string for page in (first, second) for link in page.section.find_all("a")]
    assert shown == ["early signs", "Eating", "Éclairs"]
    assert main_of(client, "/a-to-z/?letter=m").section.h2.string == "M"
    assert second.find("a", rel="prev")["href"] == "?letter=e&page=1"
    assert second.find("a", string="T")["href"] == "?letter=t"


def test_articles_of_one_title_stand_on_one_page_each_whatever_changes_meanwhile(client, community, topic, short_pages):
    same = [add_live(topic, ArticlePage(title="Same", slug=f"same-{number}")) for number in range(4)]
    community.root_page.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    links = [link["href"] for link in main_of(client, "/a-to-z/?letter=s").section.find_all("a")]
    ArticlePage.objects.filter(pk=same[1].pk).update(summary="Another one.")
    links += [link["href"] for link in main_of(client, "/a-to-z/?letter=s&page=2").section.find_all("a")]
    assert sorted(links) == [page.url for page in same]


def test_many_pages_stand_in_several_sitemaps_with_their_languages(client, spanish_article, articles):
    index = client.get("/sitemap.xml")
    assert "noindex" in index["X-Robots-Tag"]
    parts = [each.text for each in ET.fromstring(index.content).findall("s:sitemap/s:loc", NAMES)]
    assert parts == [f"http://testserver/sitemap.xml?p={number}" for number in range(1, len(parts) + 1)]
    found = {}
    for part in parts:
        urls = ET.fromstring(client.get(part).content).findall("s:url", NAMES)
        assert 1 <= len(urls) <= 3
        found |= {url.find("s:loc", NAMES).text: url for url in urls}
    assert f"http://testserver{TOPIC}text-10/" in found
    translated = found["http://testserver/es/mieloma-multiple/recaida/"].findall("x:link", NAMES)
    assert {link.get("hreflang") for link in translated} == {"en", "es", "x-default"}
    assert client.get(f"/sitemap.xml?p={len(parts) + 1}").status_code == 404


def test_a_change_is_seen_on_further_pages_at_once(client, articles):
    path = f"{TOPIC}?page=3"
    (oldest,) = entries(main_of(client, path), "information")
    article = next(each for each in articles if each.title == oldest)
    article.unpublish()
    assert oldest not in main_of(client, path).get_text()


def test_a_page_of_texts_that_all_changed_says_so(client, ruth, articles):
    ArticlePage.objects.update(summary="Written by nobody who may review.")
    main = main_of(client, f"{ruth.get_url()}?page=2")
    assert "no longer stand under this name" in main.get_text()
    assert main.find("nav", class_="pager")
