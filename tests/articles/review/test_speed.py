"""The digest of a long article costs little, and less the second time. Python calls are counted: they are the same on
every machine, which times are not.
"""

import pytest

from articles.models import ArticlePage
from articles.review.blocks import _content
from articles.review.canonical import digest_of
from articles.review.current import current_review
from benchmarks import digest as benchmark
from tests.articles.review.everything import everything
from tests.reviewing import sign

COLD, WARM = 40_000, 2_000  # Python calls for 50 KB


@pytest.fixture
def task(db):
    stored, library = benchmark.stored_body(), benchmark.references()
    assert sum(len(str(block)) for block in stored) > benchmark.SIZE
    benchmark.digest_of_one(stored, library)
    return lambda: benchmark.digest_of_one(stored, library)


def test_the_digest_of_a_long_article_takes_few_calls(task):
    benchmark.forget()
    assert benchmark.calls(task) < COLD
    assert benchmark.calls(task) < WARM


def test_what_is_remembered_changes_no_digest(task):
    warm = task()
    benchmark.forget()
    assert task() == warm


def test_a_body_is_remembered_by_what_it_says_and_not_by_its_page(topic, article):
    page = everything(topic, article)
    benchmark.forget()
    before = digest_of(page)
    assert digest_of(ArticlePage.objects.get(pk=page.pk)) == before
    assert _content.cache_info().misses == 1
    page.body[2].value["title"] = "Bring nobody"  # in memory, in the value itself
    assert digest_of(page) != before
    assert _content.cache_info().misses == 2


def test_the_review_of_a_page_takes_few_queries(topic, article, django_assert_max_num_queries):
    page = everything(topic, article)
    page.save_revision()
    sign(page)
    page = ArticlePage.objects.get(pk=page.pk)
    with django_assert_max_num_queries(5):  # sources, references, pictures, authors, decisions
        assert current_review(page).is_shown
