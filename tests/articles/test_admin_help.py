"""Every field and block that staff fill in says in plain words what belongs there."""

import pytest
from django.apps import apps
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from articles.blocks import ArticleBodyBlock
from articles.models import GlossaryTerm, Reference, SynonymGroup
from portal.models import CommunitySettings

WAGTAILS_OWN = {"go_live_at", "expire_at", "comment_notifications"}
PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]


def leaves(panel):
    if hasattr(panel, "children"):
        for child in panel.children:
            yield from leaves(child)
    elif isinstance(panel, InlinePanel):
        yield panel
        yield from leaves(panel.child_edit_handler)
    elif isinstance(panel, FieldPanel) and panel.field_name not in WAGTAILS_OWN:
        yield panel


def edit_handler_of(model):
    return model.get_edit_handler() if issubclass(model, Page) else get_setting_edit_handler(model)


@pytest.mark.parametrize("model", [*PAGE_TYPES, CommunitySettings], ids=lambda model: model.__name__)
def test_every_field_has_a_help_text(model):
    silent = [
        getattr(panel, "field_name", getattr(panel, "relation_name", ""))
        for panel in leaves(edit_handler_of(model))
        if not (panel.help_text or (isinstance(panel, FieldPanel) and panel.db_field.help_text))
    ]
    assert not silent


@pytest.mark.parametrize("model", [GlossaryTerm, Reference, SynonymGroup], ids=lambda model: model.__name__)
def test_every_field_of_a_snippet_has_a_help_text(model):
    panels = leaves(model.snippet_viewset.get_edit_handler().bind_to_model(model))
    assert not [panel.field_name for panel in panels if not (panel.help_text or panel.db_field.help_text)]


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_page_type_says_what_it_is_for(model):
    assert model.get_page_description()


def fields_of(block, path):
    """Fields that a person fills in, with their place. Lines of a list are explained by their list."""
    if isinstance(block, StreamBlock | StructBlock) and not isinstance(block, ImageBlock):
        for name, child in block.child_blocks.items():
            if isinstance(block, StructBlock):
                yield f"{path}.{name}", child
            yield from fields_of(child, f"{path}.{name}")
    elif isinstance(block, ListBlock):
        yield from fields_of(block.child_block, f"{path}.[]")


def test_every_field_of_a_block_has_a_help_text_and_a_label_that_begins_with_a_capital():
    fields = list(fields_of(ArticleBodyBlock(), "body"))
    assert len(fields) > 15
    assert not [path for path, block in fields if not (getattr(block.meta, "help_text", "") or _field_help(block))]
    assert not [path for path, block in fields if not str(block.label)[0].isupper()]


def _field_help(block):
    return getattr(getattr(block, "field", None), "help_text", "")


def test_every_block_says_what_it_is_for():
    assert not [name for name, block in ArticleBodyBlock().child_blocks.items() if not block.meta.description]
