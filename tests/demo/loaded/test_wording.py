"""The demonstration keeps the rules that the portal puts to its editors, and has one draft that breaks them."""

import pytest

from articles.models import ArticlePage
from articles.publication.draft import Draft
from articles.publication.problems import find_problems
from articles.publication.wording_checks import grade_of

pytestmark = pytest.mark.django_db

RETRACTED = "source-fallen"  # one article cites a retracted source, and says so
HIGHEST_GRADE = 9  # Flesch-Kincaid


def test_nothing_stands_in_the_way_of_a_published_article(demo_site):
    for article in ArticlePage.objects.live():
        found = [problem for problem in find_problems(article) if problem.code != RETRACTED]
        assert found == [], article.slug


def test_what_waits_on_the_desk_can_be_signed(demo_site):
    """A reviewer who tries it out must not be kept from signing by anything in the text."""
    for article in ArticlePage.objects.filter(_workflow_states__status__in=["in_progress", "needs_changes"]):
        draft = article.get_latest_revision_as_object()
        assert find_problems(draft) == [], article.slug


def test_published_articles_are_easy_to_read(demo_site):
    for article in ArticlePage.objects.live().filter(locale__language_code="en"):
        assert grade_of(Draft(article)) < HIGHEST_GRADE, article.slug


def test_the_imported_draft_shows_what_blocks_it(demo_site):
    draft = ArticlePage.objects.get(slug="lowering-the-risk-of-infection").get_latest_revision_as_object()
    problems = find_problems(draft)
    assert {problem.code for problem in problems if problem.severity == "blocks"} == {"number-dangling", "alt-missing"}
    assert {"key-points-missing", "heading-order"} <= {problem.code for problem in problems}
