"""Every page of the demonstration can be opened, in both communities and both languages."""

import pytest
from bs4 import BeautifulSoup
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from articles.models import ArticlePage
from portal.models import User
from tests.demonstration import every_page
from tests.repeating import FRAMEWORK, repeated_queries

pytestmark = pytest.mark.django_db


def test_every_page_of_both_communities_answers_without_a_token_of_a_citation(demo_site, client):
    opened = 0
    for page, path, host in every_page():
        response = client.get(path, **host)
        assert response.status_code == 200, path
        assert page.title in BeautifulSoup(response.content, "html.parser").get_text(), path
        assert "[[" not in response.content.decode(), path
        opened += 1
    assert opened > 40


def test_a_translated_article_names_its_other_language(demo_site, client):
    html = client.get("/chronic-lymphocytic-leukaemia/watchful-waiting/").content.decode()
    assert 'hreflang="es"' in html
    assert "/es/leucemia-linfocitica-cronica/esperar-y-vigilar/" in html


def test_a_short_form_finds_the_article(demo_site, client):
    html = client.get("/search/", {"q": "RRMM"}).content.decode()
    assert "/multiple-myeloma/relapsed-refractory-myeloma/" in html


def test_no_article_takes_more_than_twenty_queries(demo_site, client, django_assert_max_num_queries):
    for page, path, host in every_page():
        if isinstance(page, ArticlePage):
            # Two of them for the review, one for the sign-up boxes, two at most for the conversation.
            with django_assert_max_num_queries(20, info=path):
                client.get(path, **host)


def test_no_public_page_repeats_a_query_in_a_loop(demo_site, client, settings):
    pages = list(every_page())
    with repeated_queries(settings) as repeated:
        for _page, path, host in pages:
            client.get(path, **host)
            assert not repeated, path
        for path in ("/search/?q=myeloma", "/feed.xml", "/sitemap.xml", "/conversation/transparency/"):
            client.get(path)
            assert not repeated, path


def test_no_page_of_staff_repeats_a_query_of_ours_in_a_loop(demo_site, client, settings):
    """Lists of the frameworks ask for their own rows as they please."""
    client.force_login(User.objects.create_superuser("ada", password="not-used"))
    client.raise_request_exception = False  # some addresses want a parameter
    admin = next(each for each in get_resolver().url_patterns if str(each.pattern) == "admin/")
    with repeated_queries(settings) as repeated:
        addresses = sorted(set(_addresses(admin.url_patterns)) - {reverse("wagtailadmin_logout")})
        for address in addresses:
            client.get(address)
    assert len(addresses) > 60
    assert sorted(each for each in repeated if not each.endswith(FRAMEWORK)) == []


def _addresses(patterns, namespace=""):
    """Every address without a parameter."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns, ":".join(filter(None, [namespace, pattern.namespace])))
        elif isinstance(pattern, URLPattern) and pattern.name and not pattern.pattern.converters:
            try:
                yield reverse(f"{namespace}:{pattern.name}" if namespace else pattern.name)
            except NoReverseMatch:
                continue
