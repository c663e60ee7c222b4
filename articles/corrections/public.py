"""What readers hear of corrections: the day and the editors' words about it. Never what somebody reported."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from articles.models import ArticlePage, CorrectionReport
from articles.review.current import identity_of

PUBLIC = (CorrectionReport.Outcome.WORDING, CorrectionReport.Outcome.MEANING)


class PublicCorrection(NamedTuple):
    """One correction as readers see it."""

    note: str
    corrected_at: datetime
    changes_meaning: bool


def corrections_of(page: ArticlePage) -> list[PublicCorrection]:
    """The corrections of ``page``, or of its source if it is an alias, newest first. One query."""
    handled = CorrectionReport.objects.filter(article_id=identity_of(page), outcome__in=PUBLIC)
    rows: Iterable[tuple[str, Any, str]] = handled.order_by("-handled_at", "-pk").values_list(
        "public_note", "handled_at", "outcome"
    )
    return [PublicCorrection(note, day, outcome == CorrectionReport.Outcome.MEANING) for note, day, outcome in rows]


def has_corrections() -> Exists:
    """Whether a page, or the source of an alias, has corrections: asked with the way to it (``portal.routing``)."""
    page = Coalesce(OuterRef("alias_of_id"), OuterRef("pk"))
    return Exists(CorrectionReport.objects.filter(article_id=page, outcome__in=PUBLIC))


def corrections_for(page: ArticlePage, request: HttpRequest) -> list[PublicCorrection]:
    """The same, asked once during a request, whoever asks: the page, its structured data. No query without any."""
    if not page.has_corrections:
        return []
    known: dict[int, list[PublicCorrection]] = vars(request).setdefault("public_corrections", {})
    identity = identity_of(page)
    if identity not in known:
        known[identity] = corrections_of(page)
    return known[identity]
