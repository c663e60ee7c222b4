"""A long article costs little, and hostile text no more than its length."""

import cProfile
import pstats

import pytest

from articles.models import Reference
from articles.rendering import render_body
from articles.rendering.term_index import Term, term_index
from tests.articles.rendering.test_soup import render

WORDS = ["patients", "with", "relapsed", "disease", "often", "respond", "to", "three", "drugs", "given", "together"]


@pytest.fixture
def long_article(write):
    """50 KB of text in 26 sections that cites 60 references 104 times."""
    Reference.objects.bulk_create(Reference(key=f"k-{number}", title="T") for number in range(60))
    paragraph = " ".join(WORDS * 6)
    sections = []
    for section in range(26):
        cited = [(section * 4 + at) % 60 for at in range(4)]
        paragraphs = "".join(
            f'<p><b>In short</b> {paragraph} <a href="/x/">more</a> [[ref:k-{key}]].</p>' for key in cited
        )
        sections.append(f"<h2>Section {section}</h2>{paragraphs}")
    assert len("".join(sections)) > 45_000
    return write(*sections)


def calls(task):
    """How many Python calls ``task`` takes, which hardly varies between machines. 5,000 take about a millisecond."""
    profile = cProfile.Profile()
    profile.runcall(task)
    return pstats.Stats(profile).total_calls


def test_a_long_article_takes_few_calls(long_article):
    html = str(long_article.body)
    assert len(render_body(long_article).references) == 60
    assert calls(lambda: render(html)) < 50_000
    assert calls(lambda: render_body(long_article)) < 70_000  # with 52 templates of Wagtail's and two queries


def test_two_thousand_terms_cost_no_more_calls_than_twenty():
    def calls_with(count):
        terms = tuple(Term(f"term{number}", f"terms{number}\nan other form {number}", "x") for number in range(count))
        index = term_index(terms)
        return calls(lambda: list(index.uses(" ".join(WORDS * 400))))

    assert calls_with(2_000) == calls_with(20)


@pytest.mark.parametrize(
    "unit",
    [
        "[[ref:a]]", "x [[ref:a]] ", "<b>[[ref:a]]</b>", "<a>[[ref:a]]", "<a>[[ref:a]]</a>", "[[ref:", "   ",
        "[[re[[ref:x]]f:", "<summary>", "<b>[[ref:<i>a", '<img alt="[[ref:a]]">', '<a b="[[ref:" ', "<h3>x</h3>",
        "<h2>", "<!--", "<a x='", "</", "&#91;", "remission ", "remission-",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit, grows_linearly):
    assert grows_linearly(lambda size: render(unit * (size // 10)))
