"""The way from the home page to a page: one query, and the same answers as Wagtail's own."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from portal.routing import way_to


def test_way_names_every_page_from_the_root(community, article, django_assert_num_queries):
    home = community.root_page
    with django_assert_num_queries(1):
        way = way_to(home, ["multiple-myeloma", "relapse"])
    assert [page.title for page in way][1:] == ["Blood Cancer Community", "Multiple myeloma", "When myeloma comes back"]
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
