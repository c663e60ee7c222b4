"""Rendering depends on content alone: threads that render the same or different pages disturb nobody."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from wagtail.models import Locale

from articles.models import ArticlePage, GlossaryTerm
from articles.rendering import render_body

THREADS = 6
ROUNDS = 40  # renderings in each thread


# Every thread reads on a connection of its own, as in a server, so what they read must be committed.
in_a_server = pytest.mark.django_db(transaction=True)


def in_threads(task):
    """Runs ``task(number)`` in several threads at once."""

    def with_own_connection(number):
        try:
            return task(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(with_own_connection, range(THREADS)))


@pytest.fixture
def articles(write, library):
    """Six articles that cite in different orders and share terms and words of headings."""
    locale = Locale.get_default()
    for term in ("relapse", "remission", "stem cell"):
        GlossaryTerm.objects.create(term=term, definition=f"What {term} means.", locale=locale)
    keys = "abcdefgh"
    return [
        write(
            f"<h2>Relapse {number}</h2><p>Relapse [[ref:{keys[number]}]], remission [[ref:{keys[number + 1]},a]].</p>",
            f"<h2>Relapse</h2><p>stem cell [[ref:{keys[-number - 1]}]], [[ref:d]] [[ref:9]] [[ref:nobody]]</p>",
        )
        for number in range(6)
    ]


@in_a_server
def test_many_threads_render_the_same_page_object_with_one_result(articles):
    page = articles[0]
    expected = render_body(page)
    results = in_threads(lambda _number: [render_body(page) for _round in range(ROUNDS)])
    assert all(result == expected for thread in results for result in thread)


@in_a_server
def test_many_threads_render_different_pages_each_with_its_own_result(articles):
    expected = {page.pk: render_body(page) for page in articles}
    assert len({body.html for body in expected.values()}) == len(articles)

    def task(number):
        order = random.Random(number).choices(articles, k=ROUNDS)
        return [(page.pk, render_body(ArticlePage.objects.get(pk=page.pk))) for page in order]

    for thread in in_threads(task):
        for pk, body in thread:
            assert body == expected[pk]


@in_a_server
def test_preview_and_live_page_at_once_do_not_mix(articles):
    live, preview = render_body(articles[0]), render_body(articles[0], is_preview=True)
    assert live.html != preview.html

    def task(number):
        return [render_body(articles[0], is_preview=bool(number % 2)) for _round in range(ROUNDS)]

    for number, thread in enumerate(in_threads(task)):
        assert all(body == (preview if number % 2 else live) for body in thread)


def test_rendering_leaves_the_stored_text_alone(articles):
    page = articles[0]
    before = page.body.get_prep_value()
    render_body(page)
    assert page.body.get_prep_value() == before


def test_text_is_worked_out_once_a_request(client, write, monkeypatch, library):
    from articles.review import reading

    page = write("<p>x[[ref:a]]</p>")
    calls = []
    monkeypatch.setattr(
        reading, "render_body", lambda *args, **kwargs: calls.append(args) or render_body(*args, **kwargs)
    )
    client.get(page.url)
    client.get(page.url)
    assert len(calls) == 2
