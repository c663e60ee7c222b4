"""The sources of a text as its reviewer sees them: how old they are, and whether they still stand."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Reference
from articles.rendering import CitedReference


class ReviewedSource(NamedTuple):
    """A line of the list of references, and its age in words."""

    number: int
    reference: Reference
    age: str


def sources_with_age(cited: Iterable[CitedReference], today: date) -> list[ReviewedSource]:
    """``cited`` in their order."""
    return [ReviewedSource(one.number, one.reference, age_of(one.reference.year, today)) for one in cited]


def age_of(year: int | None, today: date) -> str:
    """How old a source of ``year`` is."""
    if year is None:
        return _("undated")
    years = today.year - year
    if years < 1:
        return _("this year")
    return ngettext("%(years)d year", "%(years)d years", years) % {"years": years}
