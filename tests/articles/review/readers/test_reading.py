"""What an article page costs with its review, and what of the glossary stands with a reviewed text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from articles.models import ArticlePage, ArticleSource, GlossaryTerm, Reference
from articles.review.current import current_review
from tests.articles.review.readers.asking import ARTICLE, again, line, soup, words, write
from tests.reviewing import add_live, sign

BUDGET = 15 + 2


@pytest.fixture
def cost(client):
    """``cost(address)``: how many queries a page takes once its pictures are made."""

    def _cost(address=ARTICLE):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    return _cost


def citing(count):
    keys = [f"source-{number}" for number in range(count)]
    for key in keys:
        Reference.objects.get_or_create(key=key, title=f"Source {key}")
    return "".join(f"<p>A claim.[[ref:{key}]]</p>" for key in keys)


def test_an_article_asks_as_often_with_sixty_references_as_with_five(client, article, ruth, cost):
    costs = []
    for count in (5, 60):
        page = again(article)
        page.body = [{"type": "text", "value": citing(count)}]
        page.save_revision()
        sign(page)
        costs.append(cost())
        assert "Reviewed by: Ruth Adler" in line(client)
    assert costs[0] == costs[1] <= BUDGET


def test_an_article_with_everything_keeps_its_budget(client, whole_article, topic, figure, library, cost):
    for number in range(4):
        page = ArticlePage(title=f"Other {number}", slug=f"other-{number}", picture_id=None)
        page.body = [{"type": "text", "value": "<p>It hurts.[[ref:c]] Again.[[ref:4]]</p>"}, figure]
        page.sources = [ArticleSource(imported_number="4", reference=library["d"])]
        add_live(topic, page)
    assert "Reviewed by: Ruth Adler" in line(client)
    read_next = words(soup(client).select_one(".related"))
    assert read_next.count("Reviewed") == 4
    assert cost() <= BUDGET


def test_a_review_costs_one_query_beside_the_text(whole_article, rf, community):
    from articles.review.reading import reading_of

    request = rf.get(ARTICLE)
    page = again(whole_article)
    with CaptureQueriesContext(connection) as captured:
        assert reading_of(page, request).review.is_shown
        assert reading_of(page, request) is reading_of(page, request)
    about_reviews = [query for query in captured if "articles_reviewdecision" in query["sql"]]
    assert len(about_reviews) == 1
    assert len([query for query in captured if 'FROM "articles_reference"' in query["sql"]]) == 1
    assert len([query for query in captured if 'FROM "portal_picture"' in query["sql"]]) == 1


def test_reading_and_the_plain_question_agree(whole_article, rf, community):
    from articles.review.reading import reading_of

    told, asked = reading_of(again(whole_article), rf.get(ARTICLE)).review, current_review(again(whole_article))
    assert told.digest == asked.digest
    assert told.decision == asked.decision


@pytest.fixture
def remission(article):
    """A term of the glossary that stands in the approved text, explained."""
    term = GlossaryTerm.objects.create(term="illness", definition="Being unwell.", locale=Locale.get_default())
    sign(article, draft=False)
    return term


def explained(client):
    return {words(each) for each in soup(client).select(".term-note")}


def test_a_reviewed_text_keeps_the_explanations_that_were_approved_with_it(client, article, remission):
    assert explained(client) == {"illness Being unwell."}
    assert "Reviewed by:" in line(client)


def test_an_explanation_that_changed_is_no_longer_shown_and_the_review_stays(client, article, remission):
    GlossaryTerm.objects.update(definition="Being very unwell.")
    assert explained(client) == set()
    assert "Reviewed by:" in line(client)
    sign(article, draft=False)
    assert explained(client) == {"illness Being very unwell."}


def test_a_new_explanation_waits_for_the_next_review(client, article, remission):
    GlossaryTerm.objects.create(term="active", definition="Growing again.", locale=Locale.get_default())
    assert explained(client) == {"illness Being unwell."}


def test_a_text_without_a_review_is_explained_by_the_glossary_as_it_is(client, article, remission):
    GlossaryTerm.objects.update(definition="Being very unwell.")
    write(article, summary="Something else.")
    assert explained(client) == {"illness Being very unwell."}
