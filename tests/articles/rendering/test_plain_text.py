"""Tokens never reach what is made of a text elsewhere: search, descriptions, titles, the reading grade."""

import pytest

from articles.models import ArticlePage

BODY = [
    {"type": "text", "value": "<h2>Risk &amp; benefit</h2><p>One [[ref:a]].</p><ul><li>Two<br/>lines</li></ul>"},
    {"type": "callout", "value": {"title": "Mind [[ref:a]]", "text": "<p>Three <b>bold</b> [[ref:<b>b</b>]].</p>"}},
    {
        "type": "table",
        "value": {
            "table": {
                "caption": "Tests [[ref:a",
                "columns": [{"type": "text", "heading": "When [[ref:b]]"}],
                "rows": [{"values": ["Daily [[ref:c]]"]}],
            }
        },
    },
    {"type": "details", "value": {"summary": "More [[ref:a]]", "text": "<p>Four &lt; 5</p>"}},
]


@pytest.mark.django_db
def test_plain_text_has_a_line_for_each_paragraph_heading_item_and_cell():
    assert ArticlePage(title="x", body=BODY).plain_text().splitlines() == [
        "Risk & benefit",
        "One.",
        "Two",
        "lines",
        "Mind",
        "Three bold.",
        "Tests",
        "When",
        "Daily",
        "More",
        "Four < 5",
    ]


@pytest.mark.django_db
def test_search_index_gets_no_token():
    assert "ref" not in ArticlePage(title="x", body=BODY).searchable_body


@pytest.mark.parametrize("field", ["title", "seo_title", "search_description", "summary"])
def test_tokens_never_get_into_fields_that_are_shown_as_they_are(article, field):
    article.kind = ArticlePage.Kind.STORY  # information would wait for an approval of the new words
    setattr(article, field, "What helps [[ref:a]] and what [[ref:b does not")
    article.save()
    article.refresh_from_db()
    assert getattr(article, field) == "What helps and what does not"


def test_saved_draft_has_a_title_without_tokens(article):
    article.title = "What helps [[ref:a]]"
    assert article.save_revision().as_object().title == "What helps"
    article.refresh_from_db()
    assert article.draft_title == "What helps"


def test_no_token_stands_anywhere_on_the_page(client, write, library):
    page = write("<h2>Why [[ref:a]]</h2><p>One [[ref:a]], [[ref:nobody]].</p>", summary="Short [[ref:a]].")
    assert "[[ref" not in client.get(page.url).content.decode()
