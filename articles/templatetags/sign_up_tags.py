"""Sign-up boxes in the text of an article and under it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template

from articles.models import ArticlePage
from articles.sign_up import offers_for
from consent.capture.box import SignUpBox

register = template.Library()


@dataclass(frozen=True)
class Place:
    """Where a box stands. Shown without its form to editors and reviewers, whose page is no page of the community."""

    is_shown: bool = True
    box: SignUpBox | None = None


@register.simple_tag(takes_context=True)
def sign_up_box(context, chosen: Iterable[str]) -> Place:
    """The box of a block: the next on its page."""
    page, request = context.get("page"), context.get("request")
    if request is None or not isinstance(page, ArticlePage):
        return Place()
    offers = offers_for(page, request)
    number = next(context["box_numbers"]) if "box_numbers" in context else 1
    box = offers.box(f"sign-up-{number}", chosen) if offers else None
    return Place(is_shown=box is not None or getattr(request, "is_preview", False), box=box)


@register.simple_tag(takes_context=True)
def sign_up_at_end(context) -> Place:
    """The standing place under every article, where the community wants it."""
    offers = offers_for(context["page"], context["request"])
    return Place(box=offers.box("sign-up-end") if offers and offers.stands_at_end else None)
