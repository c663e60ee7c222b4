"""Articles with a given body, and ways to render them."""

import re

import pytest

from articles.models import ArticlePage
from articles.publication.problems import blocking_problems
from articles.rendering import render_body
from articles.review.canonical import digest_of
from tests.reviewing import publish

_WRAPPING = re.compile(r'^<div class="w-block-text block-text">(.*?)\s*</div>$', re.DOTALL)


@pytest.fixture
def write(topic):
    """``write(html, block, ...)`` saves an article, live if it may be: text is a text block, a dictionary any block."""

    def _write(*blocks, **fields):
        body = [{"type": "text", "value": block} if isinstance(block, str) else block for block in blocks]
        number = topic.get_children().count() + 1
        article = ArticlePage(title=f"Article {number}", slug=f"a-{number}", body=body, live=False, **fields)
        topic.add_child(instance=article)
        may_be_live = not blocking_problems(article) and (article.is_story or digest_of(article))
        return publish(article) if may_be_live else article

    return _write


@pytest.fixture
def rendered(write, library):
    """``rendered(html, block, ...)``: the rendered body of an article with these blocks."""
    return lambda *blocks, **options: render_body(write(*blocks), **options)


@pytest.fixture
def html_of(rendered):
    """``html_of(html)``: the HTML of an article with one text block, without the element around the block."""
    return lambda html, **options: _WRAPPING.match(str(rendered(html, **options).html))[1]


@pytest.fixture
def plain_citations(html_of):
    """``plain_citations(html)``: the same without attributes, for tests about which numbers stand where."""
    return lambda html, **options: re.sub(r"<(\w+) [^>]*>", r"<\1>", html_of(html, **options))
