"""A new field, a new kind of row or a new kind of block stops the portal until somebody says whether it is reviewed."""

import pytest
from django.db import models
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from articles.models import ArticlePage
from articles.review import declaration
from articles.review.declaration import everything_is_declared, parts_of


def messages():
    return [(error.id, error.msg) for error in everything_is_declared()]


def test_everything_is_declared_now():
    assert messages() == []
    assert {"title", "body", "article_authors", "sources", "further_topics", "wagtail_admin_comments"} <= set(
        parts_of(ArticlePage)
    )


def test_a_new_field_is_found(monkeypatch):
    field = models.CharField()
    field.set_attributes_from_name("dosage")
    fields = ArticlePage._meta.get_fields()
    monkeypatch.setattr(ArticlePage._meta, "get_fields", lambda: (*fields, field))
    field.model = ArticlePage
    assert messages() == [("articles.E001", "Nobody said whether “dosage” of an article is reviewed.")]


def test_a_new_kind_of_row_is_found(monkeypatch):
    fields = ArticlePage._meta.get_fields()
    rows = next(field for field in fields if field.name == "sources")
    monkeypatch.setattr(declaration, "REVIEWED", declaration.REVIEWED - {"sources"})
    assert rows.one_to_many
    assert messages() == [("articles.E001", "Nobody said whether “sources” of an article is reviewed.")]


def test_what_is_declared_and_gone_is_found(monkeypatch):
    monkeypatch.setattr(declaration, "REVIEWED", declaration.REVIEWED | {"lead"})
    assert messages() == [("articles.E002", "“lead” is declared for review, and an article has no such part.")]


def test_what_is_declared_twice_is_found(monkeypatch):
    monkeypatch.setattr(declaration, "REVIEWED", declaration.REVIEWED | {"slug"})
    assert [identity for identity, _message in messages()] == ["articles.E002"]


@pytest.mark.parametrize(
    "block",
    [
        blocks.PageChooserBlock(),
        SnippetChooserBlock("articles.Reference"),
        blocks.RawHTMLBlock(),
        blocks.StaticBlock(),
        blocks.MultipleChoiceBlock(choices=[]),
    ],
    ids=lambda block: type(block).__name__,
)
@pytest.mark.parametrize("inside", [None, "callout", "questions"])
def test_a_new_choice_is_found_wherever_it_stands(monkeypatch, block, inside):
    stream = ArticlePage._meta.get_field("body").stream_block
    monkeypatch.setitem((stream.child_blocks[inside] if inside else stream).child_blocks, "new", block)
    expected = f"{type(block).__name__} in the text of articles does not say what is reviewed of it."
    assert messages() == [("articles.E003", expected)]


def test_every_reason_for_an_exemption_is_given():
    assert all(reason.strip() for reason in declaration.EXEMPT.values())
    assert DocumentChooserBlock not in declaration.CHOICES
