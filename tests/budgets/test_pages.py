"""Queries and Python calls of every public type of page. Both are the same on every machine, so more is a change."""

import os

import pytest

from portal import serving
from portal.page_cache.store import Store
from tests.articles.search.asking import FOR_WHAT_MATCHES
from tests.budgets.counting import GROWTH, MOST, calls_of, queries_of, record, recorded

pytestmark = pytest.mark.django_db
QUERIES = {  # all of them for a process that knows nothing of the page but what it can tell by the rows that it reads
    "home": 13,
    "topic": 12,
    "article": 16,
    "few": 16,
    "many": 16,
    "story": 14,
    "people": 9,
    "person": 12,
    "glossary": 9,
    "a-to-z": 10,
    "about": 8,
    "sign-up": 9,
    "search": 17 + FOR_WHAT_MATCHES,
    "conversation": 10,
    "conversation-far": 10,
    "review-history": 23,
}
IS_RECORDING = bool(os.environ.get("RECORD_BUDGETS"))


@pytest.fixture
def two_hundred(settings):
    """As the comparison with other software has it: 200 comments on a page."""
    settings.COMMENTS_PER_PAGE = 200


@pytest.mark.parametrize("name", QUERIES)
def test_a_page_keeps_within_its_queries(library, two_hundred, name):
    assert len(queries_of(library[name])) <= QUERIES[name]


def test_an_article_asks_as_often_with_many_references_and_comments_as_with_few(library):
    few, article, many = (len(queries_of(library[name])) for name in ("few", "article", "many"))
    assert few == article == many


@pytest.mark.parametrize("name", QUERIES)
def test_a_page_keeps_within_its_python_calls(library, two_hundred, settings, name):
    settings.PREPARED_QUERIES_CHECKED = False  # costs what preparing saves
    calls = calls_of(library[name])
    if IS_RECORDING:
        record(name, calls)
    before = recorded().get(name, calls)
    assert calls <= before * GROWTH, f"{calls} calls, {before} were recorded (docs/budgets.md)"


def test_the_article_of_the_comparison_takes_twenty_thousand_calls_at_most(library, two_hundred, settings):
    settings.PREPARED_QUERIES_CHECKED = False
    assert calls_of(library["article"], with_waiting=True) <= MOST


def test_a_page_that_reads_the_same_takes_a_fraction_of_its_calls(library, two_hundred, settings, monkeypatch):
    settings.PREPARED_QUERIES_CHECKED = False
    settings.MADE_PAGES_BYTES = 1
    monkeypatch.setattr(serving, "_pages", Store(10_000_000))
    calls = calls_of(library["article"])
    if IS_RECORDING:
        record("article, shown again", calls)
    assert calls <= recorded().get("article, shown again", MOST // 4) * GROWTH


def test_comments_beyond_the_page_cost_no_call(library, settings):
    settings.PREPARED_QUERIES_CHECKED = False
    few, many = calls_of(library["few"]), calls_of(library["many"])
    assert many - few < 60 * 60, "55 references more in the list, and nothing for 4,980 comments more"
