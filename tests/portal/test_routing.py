"""The way from the home page to a page: one query, and the same answers as Wagtail's own."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale, PageViewRestriction

from articles.models import ArticlePage
from portal.routing import way_to


def test_way_names_every_page_from_the_home_page(community, article, django_assert_num_queries):
    home = community.root_page
    with django_assert_num_queries(1):
        way = way_to(home, ["multiple-myeloma", "relapse"])
    assert [page.title for page in way] == ["Blood Cancer Community", "Multiple myeloma", "When myeloma comes back"]
    assert way_to(home, ["multiple-myeloma", "nothing-here"]) is None


@pytest.mark.parametrize(
    "address", ["/multiple-myeloma/nothing/", "/nothing/relapse/", "/multiple-myeloma/relapse/more/"]
)
def test_reader_gets_404_where_there_is_no_page(client, article, address):
    assert client.get(address).status_code == 404


def test_reader_gets_404_for_a_draft(client, article):
    ArticlePage.objects.filter(pk=article.pk).update(live=False)
    assert client.get("/multiple-myeloma/relapse/").status_code == 404


@pytest.mark.parametrize("restricted", ["community", "topic", "article"])
def test_restriction_of_any_page_on_the_way_is_kept(client, community, topic, article, restricted):
    page = {"community": community.root_page, "topic": topic, "article": article}[restricted]
    assert client.get("/multiple-myeloma/relapse/").status_code == 200
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Only they"))
    assert client.get("/multiple-myeloma/relapse/").status_code == 302


def test_alias_takes_the_restriction_of_its_source(client, community, article):
    article.create_alias(parent=community.root_page, update_slug="alias")
    assert client.get("/alias/").status_code == 200
    PageViewRestriction.objects.create(
        page=article, restriction_type=PageViewRestriction.PASSWORD, password="only-for-friends"
    )
    response = client.get("/alias/")
    assert b"Password required" in response.content
    assert b"The illness is active again." not in response.content


def test_home_page_of_another_language_answers_under_its_own_address(client, community):
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    home = community.root_page.specific.copy_for_translation(spanish)
    assert "Blood Cancer Community" in client.get("/es/").content.decode()
    home.title = "Comunidad"
    home.save_revision().publish()
    response = client.get("/es/")
    assert "<h1>Comunidad</h1>" in response.content.decode()
    assert '<html lang="es"' in response.content.decode()
