from bs4 import BeautifulSoup
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from articles.models import PeoplePage, PersonPage
from portal.models import Picture, StandardPage
from tests.reviewing import save_and_publish


def head(client, address, **extra):
    response = client.get(address, **extra)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").head


def properties(found):
    return {tag["property"]: tag["content"] for tag in found.select("meta[property]")}


def test_title_names_the_article_and_the_community(client, article):
    title = head(client, "/multiple-myeloma/relapse/").title.string
    assert title.startswith("When myeloma comes back")
    assert title.endswith("Blood Cancer Community")


def test_article_says_what_it_is_and_where_it_stands(client, article):
    save_and_publish(article)
    found = head(client, "/multiple-myeloma/relapse/?utm_source=x")
    assert found.find("meta", attrs={"name": "description"})["content"] == "What a relapse means and what comes next."
    assert found.find("link", rel="canonical")["href"] == "http://testserver/multiple-myeloma/relapse/"
    shared = properties(found)
    assert shared["og:type"] == "article"
    assert shared["og:title"] == "When myeloma comes back"
    assert shared["og:url"] == "http://testserver/multiple-myeloma/relapse/"
    assert shared["og:site_name"] == "Blood Cancer Community"
    assert shared["article:published_time"].endswith(("+01:00", "+02:00"))
    assert shared["article:modified_time"] >= shared["article:published_time"]
    assert not found.find("meta", attrs={"name": "robots"})


def test_canonical_is_of_the_pages_own_site_whichever_host_was_asked(client, article):
    found = head(client, "/multiple-myeloma/relapse/", headers={"host": "alias.test"})
    assert found.find("link", rel="canonical")["href"] == "http://testserver/multiple-myeloma/relapse/"


def test_feeds_are_named_on_every_page_and_the_topics_own_on_its_hub(client, topic):
    feeds = [link["href"] for link in head(client, "/multiple-myeloma/").select('link[type="application/atom+xml"]')]
    assert feeds == ["http://testserver/feed.xml", "http://testserver/multiple-myeloma/feed.xml"]


def test_translations_name_each_other(client, spanish_article):
    expected = {
        "en": "http://testserver/multiple-myeloma/relapse/",
        "es": "http://testserver/es/mieloma-multiple/recaida/",
        "x-default": "http://testserver/multiple-myeloma/relapse/",
    }
    for address in ("/multiple-myeloma/relapse/", "/es/mieloma-multiple/recaida/"):
        found = head(client, address)
        assert {link["hreflang"]: link["href"] for link in found.select("link[hreflang]")} == expected
        assert found.find("link", rel="canonical")["href"] == expected["es" if "/es/" in address else "en"]


def test_drafts_and_private_translations_are_not_named(client, article, spanish_article):
    PageViewRestriction.objects.create(page=spanish_article, restriction_type="login")
    assert not head(client, "/multiple-myeloma/relapse/").select("link[hreflang]")


def test_search_is_not_to_be_listed(client, article):
    found = head(client, "/search/?q=illness")
    assert found.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert not found.find("link", rel="canonical")


def test_nothing_is_said_of_a_page_for_some_readers_only(client, article):
    PageViewRestriction.objects.create(page=article, restriction_type="password", password="open")
    response = client.get("/multiple-myeloma/relapse/")
    assert b"What a relapse means" not in response.content
    assert b"ld+json" not in response.content
    assert b"When myeloma comes back" not in response.content


def test_tokens_and_markup_never_stand_in_the_head(client, article):
    article.title = 'A "quoted" </script><b> title [[ref:moreau-2021]]'
    article.summary = "First [[ref:moreau-2021]] & second [[ref:broken"
    save_and_publish(article)
    response = client.get("/multiple-myeloma/relapse/")
    found = BeautifulSoup(response.content, "html.parser").head
    assert properties(found)["og:description"] == "First & second"
    assert properties(found)["og:title"] == 'A "quoted" </script><b> title'
    metadata = [tag.get("content", "") for tag in found.find_all("meta")]
    assert not any("ref:" in text for text in metadata)
    assert "ref:" not in found.find("script", type="application/ld+json").string


def test_a_lost_picture_does_not_withhold_the_page(client, article):
    cache.clear()  # Wagtail remembers renditions by a picture's number, which other tests have used
    article.picture = Picture.objects.create(title="Lost", file="original_images/lost.png", width=10, height=10)
    article.save()
    assert "og:image" not in properties(head(client, "/multiple-myeloma/relapse/"))


def test_a_person_is_a_profile_and_a_standard_page_a_page(client, community):
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    people.add_child(instance=PersonPage(title="Ida Quartz", slug="ida"))
    community.root_page.add_child(instance=StandardPage(title="About", slug="about", body="<p>x</p>"))
    assert properties(head(client, "/people/ida/"))["og:type"] == "profile"
    assert properties(head(client, "/about/"))["og:type"] == "website"


def test_title_of_the_home_page_does_not_name_the_community_twice(client, community):
    assert head(client, "/").title.string.strip() == "Blood Cancer Community"
