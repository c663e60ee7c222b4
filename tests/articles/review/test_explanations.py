"""The explanations that an approval keeps: all that stand with the text, and no wait for its pictures."""

import io

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Locale

from articles.models import ArticlePage, GlossaryTerm
from articles.review.explanations import explanations_shown
from portal.models import Picture


@pytest.fixture
def page(topic):
    """An article whose only glossary term stands in the caption of a picture."""
    drawn = io.BytesIO()
    Image.new("RGB", (900, 600), "#e6d7c3").save(drawn, "PNG")
    picture = Picture.objects.create(title="Marrow", file=ImageFile(drawn, name="marrow.png"))
    GlossaryTerm.objects.create(term="remission", definition="A quiet time.", locale=Locale.get_default())
    image = {"image": picture.pk, "alt_text": "A curve", "decorative": False}
    body = [{"type": "figure", "value": {"image": image, "caption": "In remission", "credit": ""}}]
    return topic.add_child(instance=ArticlePage(title="Relapse", slug="r", body=body, live=False))


def test_a_term_in_a_caption_is_kept_without_making_a_file(page):
    assert explanations_shown(page) == [{"term": "remission", "definition": "A quiet time."}]
    assert not Picture.get_rendition_model().objects.exists()


def test_readers_get_the_picture(page, rf):
    assert "<picture>" in str(page.body.render_as_block())
    explanations_shown(page)
    assert "<picture>" in str(page.body.render_as_block())
