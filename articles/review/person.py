"""A reviewer as readers may know them: what qualifies them today, and what stands under their name now.

The list of texts is asked for anew each time: a text that changed since, or whose approval was withdrawn, is not on it.
"""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from articles.models import ArticlePage, Credential, PersonPage, ReviewDecision
from articles.models.article_queries import ArticleQuerySet


def qualifications_of(person: PersonPage) -> list[Credential]:
    """The credentials of ``person`` that are valid today, with their boards. One query; none without an account."""
    if not person.user_id:
        return []
    today = timezone.localdate()
    return list(Credential.objects.valid_on(today).filter(user=person.user_id).select_related("board"))


def approved_by(person: PersonPage, articles: ArticleQuerySet) -> ArticleQuerySet:
    """Those of ``articles`` of which the person approved a text, whatever became of it."""
    is_theirs = Q(person_id=person.pk)
    if person.user_id:
        is_theirs |= Q(reviewer_id=person.user_id)
    approved = ReviewDecision.objects.filter(is_theirs, outcome=ReviewDecision.Outcome.APPROVED).values("page_id")
    return articles.filter(Q(pk__in=approved) | Q(alias_of__in=approved))


def standing_under(person: PersonPage, articles: Iterable[ArticlePage]) -> list[ArticlePage]:
    """Those of ``articles`` (with their reviews) that stand under the person's name now, latest review first."""
    standing = [
        (review.decision, article) for article in articles if (review := article.listed_review) and review.decision
    ]
    own = [
        (decision.reviewed_on, decision.number, article)
        for decision, article in standing
        if decision.person_id == person.pk or (person.user_id and decision.reviewer_id == person.user_id)
    ]
    return [article for _day, _number, article in sorted(own, key=lambda each: each[:2], reverse=True)]
