from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from wagtail import blocks

from articles.blocks.cited import CitedCharBlock, CitedRichTextBlock
from articles.blocks.pieces import text_pieces
from articles.models import ArticlePage
from portal.models import Picture

pytestmark = pytest.mark.django_db  # a page asks for its type

PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


def pieces(*body):
    page = ArticlePage(title="x", body=[{"type": kind, "value": value, "id": f"id-{kind}"} for kind, value in body])
    return list(text_pieces(page.body))


def test_every_text_is_named_by_its_block_and_place():
    heading, title, first, second = pieces(
        ("text", "<h2>One</h2>"),
        ("callout", {"title": "Mind", "text": ""}),
        ("key_points", {"points": ["<p>1</p>", "", "<p>2</p>"]}),
    )
    assert (heading.block_type, heading.path, heading.text) == ("text", "", "<h2>One</h2>")
    assert heading.is_html
    assert heading.allows_citations
    assert (title.block_label, title.position, title.path, title.text) == ("Callout", 2, "title", "Mind")
    assert not title.is_html
    assert not title.allows_citations
    assert (first.block_id, first.position, first.path) == ("id-key_points", 3, "points.0.value")
    assert second.path == "points.2.value"


def test_tables_are_read_in_order_caption_headings_and_cells():
    table = {
        "caption": "Tests",
        "columns": [{"type": "text", "heading": "When"}, {"type": "rich_text", "heading": ""}],
        "rows": [{"values": ["Daily", "<p>x</p>"]}, {"values": ["", "<p>y</p>"]}],
    }
    found = pieces(("table", {"table": table, "note": "Note"}))
    assert [(piece.path, piece.text, piece.is_html) for piece in found] == [
        ("table.caption", "Tests", False),
        ("table.columns.0.heading", "When", False),
        ("table.rows.0.values.0", "Daily", False),
        ("table.rows.0.values.1", "<p>x</p>", True),
        ("table.rows.1.values.1", "<p>y</p>", True),
        ("note", "Note", False),
    ]
    assert all(piece.allows_citations for piece in found)


@pytest.mark.django_db
def test_alternative_text_is_a_text_without_citations_unless_the_picture_is_decorative(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    picture = Picture.objects.create(title="Marrow", file=ImageFile(BytesIO(PIXEL), name="x.gif"))

    def figure(*, decorative):
        image = {"image": picture.pk, "decorative": decorative, "alt_text": "Where blood is made"}
        return [(piece.path, piece.text) for piece in pieces(("figure", {"image": image, "caption": "", "credit": ""}))]

    assert figure(decorative=False) == [("image.alt_text", "Where blood is made")]
    assert figure(decorative=True) == []


def test_a_new_kind_of_block_needs_no_change():
    class Step(blocks.StructBlock):
        name = blocks.CharBlock()
        count = blocks.IntegerBlock()
        level = blocks.ChoiceBlock(choices=[("low", "Low")])
        inner = blocks.StreamBlock([("note", CitedRichTextBlock()), ("steps", blocks.ListBlock(CitedCharBlock()))])

    body = blocks.StreamBlock([("step", Step())])
    inner = [{"type": "note", "value": "<p>x</p>"}, {"type": "steps", "value": ["", "walk"]}]
    value = {"name": "One", "count": 3, "level": "low", "inner": inner}
    found = list(text_pieces(body.to_python([{"type": "step", "value": value}])))
    assert [(piece.path, piece.text, piece.allows_citations) for piece in found] == [
        ("name", "One", False),
        ("inner.0.value", "<p>x</p>", True),
        ("inner.1.value.1.value", "walk", True),
    ]
