"""Articles with a given body, references to cite and a way to render."""

import pytest

from articles.models import ArticlePage, Reference
from articles.rendering import render_body


@pytest.fixture
def library(db):
    """References with the keys ``a`` to ``h``, titled "Source A" to "Source H"."""
    made = Reference.objects.bulk_create(
        Reference(key=key, title=f"Source {key.upper()}", authors=f"{key.upper()}uthor B", year=2020)
        for key in "abcdefgh"
    )
    return {reference.key: reference for reference in made}


@pytest.fixture
def write(topic):
    """``write(html, block, ...)`` saves a live article: text is a text block, a dictionary any block."""

    def _write(*blocks, **fields):
        body = [{"type": "text", "value": block} if isinstance(block, str) else block for block in blocks]
        number = topic.get_children().count() + 1
        return topic.add_child(instance=ArticlePage(title=f"Article {number}", slug=f"a-{number}", body=body, **fields))

    return _write


@pytest.fixture
def html_of(write, library):
    """``html_of(html, block, ...)``: the HTML of an article with these blocks, without wrapping elements."""

    def _html_of(*blocks, **options):
        return str(render_body(write(*blocks), **options).html).removeprefix('<div class="w-block-text block-text">')

    return _html_of
