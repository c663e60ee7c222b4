"""The gate: nothing goes live while something blocks it, by whatever route (DESIGN.md, R2 and section 5).

The Publish button, the end of a workflow, scheduled publication, bulk actions, copies, aliases, APIs and the shell
all end in saving the live row, so that is where the gate stands: ``guard_live_row`` answers ``pre_save``. Those routes
on which a person waits ask earlier, to say so kindly (``articles.publication.form``, ``articles.wagtail_hooks``).

``CONDITIONS`` is the one place to add a condition: a function that takes the article as it would go live and yields
sentences that say why it must not.

What readers see already may be saved again, word for word: a page whose approval was withdrawn can be moved.

What passes by: ``QuerySet.update(live=True)`` and ``loaddata``, which write rows without asking any model.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.publication.problems import blocking_problems
from articles.review.condition import medically_approved

if TYPE_CHECKING:
    from articles.models import ArticlePage

# What Wagtail writes to a live row beside its content, mostly while a draft is in hand.
BOOKKEEPING = frozenset({
    "depth", "draft_title", "expire_at", "expired", "has_unpublished_changes", "latest_revision",
    "latest_revision_created_at", "locked", "locked_at", "locked_by", "numchild", "owner", "path", "url_path",
})  # fmt: skip


class PublicationRefusedError(ValidationError):
    """The article must not go live. ``reasons`` are sentences for its editor."""

    def __init__(self, page: "ArticlePage", reasons: list[str]):
        self.page = page
        self.reasons = reasons
        super().__init__(refusal(page, reasons))


def refusal(page: "ArticlePage", reasons: list[str]) -> str:
    """One paragraph that says what keeps ``page`` from the public."""
    sentence = _("“%(title)s” can't go live yet: %(reasons)s")
    return sentence % {"title": page.title, "reasons": " ".join(reasons)}


def no_blocking_problems(page: "ArticlePage") -> Iterator[str]:
    """The text itself is in order."""
    for problem in blocking_problems(page):
        yield f"{place_of(problem)}: {problem.message}" if problem.block_label else problem.message


def place_of(problem) -> str:
    """Where a problem is, in words: "Block 4, Text"."""
    if not problem.block_position:
        return problem.block_label
    return _("Block %(position)d, %(label)s") % {"position": problem.block_position, "label": problem.block_label}


CONDITIONS: list[Callable[["ArticlePage"], Iterable[str]]] = [no_blocking_problems, medically_approved]


def why_not_live(page: "ArticlePage") -> list[str]:
    """Every reason why ``page``, as it is in memory, must not go live; empty if there is none."""
    return [str(reason) for condition in CONDITIONS for reason in condition(page)]


def demand_publishable(page: "ArticlePage") -> None:
    """Raises ``PublicationRefusedError`` if anything keeps ``page`` from the public."""
    if reasons := why_not_live(page):
        raise PublicationRefusedError(page, reasons)


def guard_live_row(*, instance, raw=False, update_fields=None, **_signal) -> None:
    """Before the row of a page is saved: refuses to put an article live that must not be, in part or in whole."""
    from articles.models import ArticlePage  # noqa: PLC0415 - connected before models are loaded

    if raw or not instance.live or (update_fields is not None and BOOKKEEPING.issuperset(update_fields)):
        return
    article = instance if isinstance(instance, ArticlePage) else None
    if article is None and not instance._state.adding:
        article = ArticlePage.objects.filter(pk=instance.pk).first()
        for field in instance._meta.concrete_fields if article else ():  # the base of a page may be saved alone
            setattr(article, field.attname, getattr(instance, field.attname))
    if article and (reasons := why_not_live(article)) and not is_live_already(article):
        raise PublicationRefusedError(article, reasons)


def is_live_already(article: "ArticlePage") -> bool:
    """Whether readers see this very text of this page already, so that saving it brings nothing to the public."""
    from articles.review.canonical import digest_of  # noqa: PLC0415 - reads the models of the gate

    there = type(article).objects.filter(
        pk=article.pk, live=True, alias_of_id=article.alias_of_id, last_published_at=article.last_published_at
    )
    live = there.first()
    return live is not None and digest_of(live) == digest_of(article) != ""
