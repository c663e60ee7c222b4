"""The block picker is the pattern library: each block has an icon, a description, a template of its own name and a
preview that shows something.
"""

import re

import pytest
from bs4 import BeautifulSoup
from django.template.loader import get_template
from django.urls import reverse
from wagtail import hooks
from wagtail.blocks import StreamBlock

from articles.models import ArticlePage
from portal.models import Picture

BODY = ArticlePage.body.field.stream_block


def streams(block=BODY):
    """The stream of the article's text and every stream inside it."""
    if isinstance(block, StreamBlock):
        yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from streams(child)


BLOCKS = [child for stream in streams() for child in stream.child_blocks.values()]


def icons():
    found = []
    for hook in hooks.get_hooks("register_icons"):
        found = hook(found)
    return {re.search(r"([^/]+)\.svg\Z", path)[1] for path in found}


def snake_case(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_block_has_icon_label_description_group_and_a_template_of_its_name(block):
    assert block.meta.icon in icons()
    assert str(block.label)
    assert len(str(block.get_description())) > 10
    assert str(block.meta.group)
    assert block.meta.template == f"articles/blocks/{snake_case(type(block).__name__)}.html"
    assert get_template(block.meta.template)


def test_blocks_do_not_share_a_description():
    descriptions = [str(block.get_description()) for block in BLOCKS]
    assert len(set(descriptions)) == len(descriptions)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_preview_of_a_block_shows_it_in_the_dress_of_the_site(block, admin_client, article):
    Picture.objects.create(title="Bone marrow, drawn", file="marrow.png", width=800, height=600)
    response = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "html.parser")
    shown = page.select_one(f".block-{block.name}")
    assert shown.get_text(strip=True)
    assert page.select_one("link[rel=stylesheet][href*='css/site']")
