"""Which parts of an article are reviewed, and why the others are not. A system check demands that every field, every
kind of child row and every block with a choice in it is declared, so that a new one can't slip by a review.
"""

from collections.abc import Iterator

from django.core import checks
from modelcluster.fields import ParentalKey
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ChooserBlock, ListBlock, RichTextBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.images.blocks import ImageBlock

from articles.blocks.related import ArticleChooserBlock
from articles.blocks.sign_up import PurposesBlock
from articles.models import ArticlePage
from articles.review.blocks import SCALARS

REVIEWED = frozenset({
    "title", "kind", "summary", "body", "seo_title", "search_description", "article_authors", "sources",
})  # fmt: skip

_PLACE = "where the page stands and how it is found, not what it says"
_DATES = "when something happened, which is told apart from the text"
_WORK = "the state of the editors' work, which readers never see"
EXEMPT = {
    "path": _PLACE,
    "depth": _PLACE,
    "numchild": _PLACE,
    "slug": _PLACE,
    "url_path": _PLACE,
    "show_in_menus": _PLACE,
    "further_topics": _PLACE,
    "locale": "a translation is a page of its own, with reviews of its own",
    "translation_key": "a translation is a page of its own, with reviews of its own",
    "alias_of": "an alias follows its source",
    "content_type": "says that the page is an article",
    "picture": "stands in lists and where the page is shared, never in the article",
    "live": _WORK,
    "has_unpublished_changes": _WORK,
    "expired": _WORK,
    "owner": _WORK,
    "locked": _WORK,
    "locked_at": _WORK,
    "locked_by": _WORK,
    "draft_title": _WORK,
    "latest_revision": _WORK,
    "live_revision": _WORK,
    "wagtail_admin_comments": _WORK,
    "go_live_at": _DATES,
    "expire_at": _DATES,
    "first_published_at": _DATES,
    "last_published_at": _DATES,
    "latest_revision_created_at": _DATES,
}

WORDS = (*SCALARS, RichTextBlock)
CHOICES: dict[type[Block], str] = {
    ImageBlock: "reviewed: the file, its description and its credit",
    ArticleChooserBlock: "reviewed: which article is named. Its own words have a review of their own",
    PurposesBlock: "not reviewed: which newsletters a box offers. Its heading and its sentence are",
}


@checks.register
def everything_is_declared(app_configs=None, **kwargs) -> list[checks.CheckMessage]:
    """One error for each field, child relation and choice that nobody declared, or that is declared and gone."""
    there = set(parts_of(ArticlePage))
    declared = REVIEWED | EXEMPT.keys()
    errors: list[checks.CheckMessage] = [
        checks.Error(
            f"Nobody said whether “{name}” of an article is reviewed.",
            hint="Add it to REVIEWED (and to the canonical text) or, with the reason, to EXEMPT.",
            id="articles.E001",
        )
        for name in sorted(there - declared)
    ]
    errors += [
        checks.Error(f"“{name}” is declared for review, and an article has no such part.", id="articles.E002")
        for name in sorted(declared - there | REVIEWED & EXEMPT.keys())
    ]
    return errors + [
        checks.Error(
            f"{type(block).__name__} in the text of articles does not say what is reviewed of it.",
            hint="Add it to the canonical text in articles/review/blocks.py, and to CHOICES if it is a choice.",
            id="articles.E003",
        )
        for block in blocks_with_values(ArticlePage._meta.get_field("body").stream_block)
        if type(block) not in CHOICES and (isinstance(block, ChooserBlock) or not isinstance(block, WORDS))
    ]


def parts_of(model: type[ArticlePage]) -> Iterator[str]:
    """The names of a page's own fields and of the rows that are edited with it."""
    for field in model._meta.get_fields():
        if field.concrete and not field.auto_created and not field.name.endswith("_ptr"):
            yield field.name
        elif field.one_to_many and isinstance(getattr(field, "field", None), ParentalKey):
            yield field.get_accessor_name()


def blocks_with_values(block: Block) -> Iterator[Block]:
    """Every block in ``block`` that stores a value of its own: words, a number, a choice of something elsewhere."""
    if isinstance(block, ImageBlock):
        yield block
    elif isinstance(block, ListBlock):
        yield from blocks_with_values(block.child_block)
    elif isinstance(block, (BaseStreamBlock, BaseStructBlock, BaseTypedTableBlock)):
        for child in block.child_blocks.values():
            yield from blocks_with_values(child)
    else:
        yield block
