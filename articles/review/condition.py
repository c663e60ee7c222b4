"""The gate's second question: is the exact text approved? (DESIGN.md, R2)"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from articles.models import ArticlePage


def medically_approved(page: "ArticlePage") -> Iterator[str]:
    """The text of ``page``, as it is in memory, has an approval, or is of a kind that needs none."""
    from articles.review.current import current_review, needs_review  # noqa: PLC0415 - reads the models of the gate
    from articles.review.status import Standing  # noqa: PLC0415

    if not needs_review(page):
        return
    review = current_review(page)
    if review.is_shown:
        return
    if review.standing == Standing.WITHDRAWN:
        yield _("The approval of this text was withdrawn. Submit it for medical review.")
    elif review.standing == Standing.CHANGED:
        yield _("The text changed since a medical reviewer approved it. Submit it for medical review.")
    else:
        yield _("No medical reviewer has approved this exact text yet. Submit it for medical review.")
