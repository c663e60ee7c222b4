"""Writes a draft. Nothing that the file claims about a review reaches the page or its revisions (R5)."""

from collections.abc import Callable

from django.utils.text import slugify
from wagtail.models import Page

from articles.importing.blocks import to_blocks
from articles.importing.library import reference_for
from articles.importing.understanding import Understood
from articles.models import ArticlePage, ArticleSource, Reference

LONGEST_SLUG = 80  # characters, so that addresses stay readable


def write_draft(understood: Understood, parent: Page, user) -> ArticlePage:
    """A draft of what was understood, under ``parent``, with one revision. Call it in a transaction."""
    references = {entry.number: reference_for(entry) for entry in understood.entries}
    page = ArticlePage(
        title=understood.title.text,
        slug=_free_slug(understood.title.text, parent),
        summary=understood.summary,
        kind=ArticlePage.Kind.INFORMATION,
        body=to_blocks(understood.structure.elements, _key_of(references)),
        live=False,
        owner=user,
        locale=parent.locale,
    )
    page.sources = _sources(understood, references)
    page.full_clean(exclude=["path", "depth", "numchild"])
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page


def _key_of(references: dict[str, Reference]) -> Callable[[str], str]:
    return lambda number: references[number].key if number in references else number


def _sources(understood: Understood, references: dict[str, Reference]) -> list[ArticleSource]:
    """Numbers that wait for a reference, and references of the file that its text never cites."""
    cited = set(understood.findings.numbers)
    waiting = [ArticleSource(imported_number=number) for number in understood.dangling]
    uncited = dict.fromkeys(reference for number, reference in references.items() if number not in cited)
    keys = {references[number].pk for number in cited if number in references}
    sources = waiting + [ArticleSource(reference=reference) for reference in uncited if reference.pk not in keys]
    for order, source in enumerate(sources):
        source.sort_order = order
    return sources


def _free_slug(title: str, parent: Page) -> str:
    """A slug that no page beside the draft has."""
    stem = slugify(title)[:LONGEST_SLUG].strip("-") or "article"
    taken = set(Page.objects.child_of(parent).filter(slug__startswith=stem).values_list("slug", flat=True))
    count, slug = 1, stem
    while slug in taken:
        count += 1
        slug = f"{stem}-{count}"
    return slug
