from xml.etree import ElementTree as ET

from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from tests.reviewing import ZONE, add_live, save_and_publish

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def listed(client, **extra):
    response = client.get("/sitemap.xml", **extra)
    assert response.status_code == 200
    assert not response.cookies
    return {url.find("s:loc", NAMES).text: url for url in ET.fromstring(response.content).findall("s:url", NAMES)}


def test_sitemap_lists_what_anybody_may_open(client, article, topic, other_community):
    save_and_publish(article)
    topic.add_child(instance=ArticlePage(title="Draft", slug="draft", live=False))
    private = add_live(topic, ArticlePage(title="Private", slug="private"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    found = listed(client)
    assert set(found) == {
        "http://testserver/",
        "http://testserver/multiple-myeloma/",
        "http://testserver/multiple-myeloma/relapse/",
    }
    changed = found["http://testserver/multiple-myeloma/relapse/"].find("s:lastmod", NAMES).text
    published = article.specific_class.objects.get(pk=article.pk).last_published_at
    assert changed == timezone.localdate(published, ZONE).isoformat()
    assert set(listed(client, headers={"host": "migraine.test"})) == {"http://migraine.test/"}


def test_sitemap_names_the_languages_of_a_page(client, spanish_article):
    found = listed(client)
    expected = {
        "en": "http://testserver/multiple-myeloma/relapse/",
        "es": "http://testserver/es/mieloma-multiple/recaida/",
        "x-default": "http://testserver/multiple-myeloma/relapse/",
    }
    for address in (expected["en"], expected["es"]):
        links = found[address].findall("x:link", NAMES)
        assert {link.get("hreflang"): link.get("href") for link in links} == expected


def test_sitemap_does_not_ask_for_each_page(client, article, topic, django_assert_max_num_queries):
    for number in range(20):
        add_live(topic, ArticlePage(title=f"Article {number}"))
    with django_assert_max_num_queries(12):
        listed(client)


def test_sitemap_pages_that_do_not_exist_are_not_found(client, article):
    for page in ("99", "x", "-1", "%00"):
        assert client.get(f"/sitemap.xml?p={page}").status_code == 404


def test_robots_are_told_of_the_sitemap_of_their_community(client, article, other_community):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert {"User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Disallow: /es/search/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    elsewhere = client.get("/robots.txt", headers={"host": "migraine.test"}).content.decode()
    assert "Sitemap: http://migraine.test/sitemap.xml" in elsewhere
