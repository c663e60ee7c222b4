"""What stands at the head of a conversation, in one query for each page: how many comments readers see, whether it is
open, which version of the rules is in force, and when the article was last revised.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from wagtail.models import Site

from articles.models import ArticlePage
from articles.review.current import identity_of
from articles.review.revised import is_ever_revised, revised_at
from comments.models import Comment, Conversation, ConversationSettings
from consent.models import InForce, TextVersion
from portal.prepared import prepared


@dataclass(frozen=True)
class Facts:
    """What is known of the conversation under one article before any comment was read.

    ``rules``: the number of the version in force, 0 where there is none. ``conversation``: None while nobody said
    anything. Neither it nor ``settings`` is complete: both hold only what ``rules.places.obstacle_in`` asks for.
    """

    count: int
    rules: int
    conversation: Conversation | None
    settings: ConversationSettings
    revised_at: datetime | None


def facts_of(page: ArticlePage, site: Site) -> Facts:
    """The facts for ``page`` in the community. One query."""
    language = page.locale.language_code
    published_at = page.last_published_at if is_ever_revised(page) else None
    row = _facts.first(site.pk, page.pk, language, identity_of(page), published_at or "", has_date=bool(published_at))
    known = Conversation(pk=row["talk"], state=row["state"], closes_after_days=row["own_days"])
    return Facts(
        count=row["count"] or 0,
        rules=row["rules"] or 0,
        conversation=known if row["talk"] else None,
        settings=ConversationSettings(is_open=row["is_open"] is not False, closes_after_days=row["days"]),
        revised_at=row["revised"],
    )


@prepared
def _facts(site: int, page: int, language: str, identity: int, published_at: Any, *, has_date: bool) -> QuerySet:
    conversation = Conversation.objects.filter(page=page)
    chosen = ConversationSettings.objects.filter(site=OuterRef("pk"))
    return (
        Site.objects.filter(pk=site)
        .annotate(
            talk=_one(conversation, "pk"),
            state=_one(conversation, "state"),
            own_days=_one(conversation, "closes_after_days"),
            is_open=_one(chosen, "is_open"),
            days=_one(chosen, "closes_after_days"),
            rules=_one(_rules_in_force(language), "version__version"),
            count=Subquery(_count(page), output_field=IntegerField()),
            revised=revised_at(identity, published_at if has_date else None),
        )
        .values("talk", "state", "own_days", "is_open", "days", "rules", "count", "revised")
    )


def _one(rows: QuerySet, field: str) -> Subquery:
    return Subquery(rows.values(field)[:1])


def _rules_in_force(language: str) -> QuerySet:
    """Rules in the page's language, or else in the main one, as ``rulebook_in_force`` finds them."""
    known = InForce.objects.filter(site=OuterRef("pk"), kind=TextVersion.Kind.RULES, code="")
    in_language = Q(language=language) | Q(language=settings.LANGUAGE_CODE)
    wanted = known.filter(in_language, version__content__rules__0__isnull=False)
    return wanted.order_by(Case(When(language=language, then=Value(0)), default=Value(1)))


def _count(page: int) -> QuerySet:
    published = Comment.objects.published().filter(conversation__page=page).order_by()
    return published.values("conversation").annotate(count=Count("pk")).values("count")
