"""The HTML of blocks is that of Wagtail, and what is remembered of it is remembered by all that it shows."""

from itertools import count

import pytest
from django.utils import translation

from articles.models import ArticlePage
from articles.rendering import blocks, render_body
from articles.rendering.blocks import WORDS_ALONE, body_html
from portal.environment import PROJECT_DIR
from tests.reviewing import save_and_publish

pytestmark = pytest.mark.django_db
NOT_THEIRS = ("page", "request", "community", "frame", "readable", "sign_up", "figure_picture", "{% url", "static")


def html(page):
    return str(render_body(page).html)


@pytest.mark.parametrize("kind", sorted(WORDS_ALONE))
def test_blocks_that_are_remembered_show_their_own_words_alone(kind):
    block = ArticlePage._meta.get_field("body").stream_block.child_blocks[kind]
    template = (PROJECT_DIR / "templates" / block.meta.template).read_text()
    tags = [part.split("%}")[0] for part in template.split("{%")[1:]] + [
        part.split("}}")[0] for part in template.split("{{")[1:]
    ]
    loaded = [tag for tag in tags if not tag.strip().startswith(("load", "translate", "blocktranslate"))]
    assert not [(tag, name) for tag in loaded for name in NOT_THEIRS if name in tag]


def test_a_text_is_put_together_as_wagtail_does_it(article):
    values = [
        {"type": "text", "value": "<h2>What it means</h2><p>In remission.</p>"},
        {"type": "callout", "value": {"title": "Bring somebody", "text": "<p>Two remember more.</p>"}},
        {"type": "do", "value": {"items": ["<p>drink enough</p>"]}},
        {"type": "quotation", "value": {"quote": "It changed <the> visit.", "attribution": "A member"}},
        {"type": "care_card", "value": {"urgency": "urgent", "items": ["<p>you bleed</p>"], "advice": ""}},
    ]
    article.body = values
    stream = ArticlePage(body=values).body
    context = {"page": article, "self": article, "request": None, "box_numbers": count(1)}
    assert body_html(article, None, context) == stream.stream_block.render(stream, context)


def test_a_changed_word_a_moved_page_and_another_language_show_at_once(article, topic):
    link = f'<p>See <a linktype="page" id="{topic.pk}">more</a>.</p>'
    article.body = [{"type": "text", "value": link}, {"type": "do", "value": {"items": ["<p>drink</p>"]}}]
    assert 'href="/multiple-myeloma/"' in html(article)
    assert "<h2" in html(article) or "Do" in html(article)
    topic.slug = "plasma-cell-myeloma"
    save_and_publish(topic)
    assert 'href="/plasma-cell-myeloma/"' in html(article)
    with translation.override("de"):
        assert ">Do<" not in html(article)
    article.body = [{"type": "text", "value": link.replace("See", "Read")}]
    assert "Read <a" in html(article)


def test_a_page_that_is_taken_down_is_no_link_any_more(article, topic):
    article.body = [{"type": "text", "value": f'<p>See <a linktype="page" id="{topic.pk}">more</a>.</p>'}]
    assert "href" in html(article)
    topic.unpublish()
    assert "href" not in html(article)


def test_what_links_to_anything_but_pages_is_not_remembered(article, monkeypatch):
    asked = []
    monkeypatch.setattr(blocks, "_words_html", lambda *args: asked.append(args) or "")
    article.body = [{"type": "text", "value": '<p>See <a linktype="document" id="4">the file</a>.</p>'}]
    html(article)
    assert not asked
    article.body = [{"type": "text", "value": "<p>See the file.</p>"}]
    html(article)
    assert len(asked) == 1
