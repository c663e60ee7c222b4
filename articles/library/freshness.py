"""Sources that do not stand any more, and the articles that rest on them.

Asked of Wagtail's reference index: the saved texts of articles, which are those that readers see where they are live.
A draft is told of in the editor, by the check "sources that do not stand".
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Case, CharField, Exists, IntegerField, OuterRef, QuerySet, Value, When
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from articles.models import ArticlePage, Reference

Status = Reference.Status
WORST_FIRST = (Status.RETRACTED, Status.CORRECTED, Status.SUPERSEDED)
RETRACTED_SOURCE, FALLEN_SOURCE, SOURCES_STAND = 2, 1, 0  # of the annotation ``evidence``


def fallen_references() -> QuerySet[Reference]:
    """References that do not stand any more, what befell them last first."""
    return Reference.objects.exclude(status=Status.CURRENT).order_by("-status_on", "key")


def articles_citing_fallen(references: Iterable[Reference] | None = None) -> dict[int, list[Reference]]:
    """The fallen sources of each article that has any, by the article's id, the worst first.

    Looks at ``references``, else at all that fell. Two queries at most.
    """
    fallen = {str(ref.pk): ref for ref in (fallen_references() if references is None else references)}
    found: dict[int, dict[int, Reference]] = defaultdict(dict)
    if fallen:
        entries = _entries().filter(to_object_id__in=fallen)
        for article, reference in entries.values_list("object_id", "to_object_id").distinct():
            found[int(article)][fallen[reference].pk] = fallen[reference]
    return {article: sorted(sources.values(), key=_badness) for article, sources in found.items()}


def articles_citing(reference: Reference) -> list[int]:
    """The ids of the articles whose saved text cites ``reference``. One query."""
    return [int(pk) for pk in _entries().filter(to_object_id=str(reference.pk)).values_list("object_id", flat=True)]


def with_evidence(articles: QuerySet[ArticlePage]) -> QuerySet[ArticlePage]:
    """``articles`` with ``evidence``: ``RETRACTED_SOURCE``, ``FALLEN_SOURCE`` or ``SOURCES_STAND``.

    No query of its own. ``order_by("-evidence")`` moves up what rests on sources that fell.
    """
    return articles.annotate(
        evidence=Case(
            When(_cites(Reference.objects.filter(status=Status.RETRACTED)), then=Value(RETRACTED_SOURCE)),
            When(_cites(Reference.objects.exclude(status=Status.CURRENT)), then=Value(FALLEN_SOURCE)),
            default=Value(SOURCES_STAND),
            output_field=IntegerField(),
        )
    )


def _badness(reference: Reference) -> tuple[int, str]:
    return WORST_FIRST.index(Status(reference.status)), reference.key


def _entries() -> QuerySet[ReferenceIndex]:
    return ReferenceIndex.objects.filter(
        base_content_type=ReferenceIndex._get_base_content_type(ArticlePage),
        to_content_type=ReferenceIndex._get_base_content_type(Reference),
    )


def _cites(references: QuerySet[Reference]) -> Exists:
    ids = references.order_by().annotate(text=Cast("pk", CharField())).values("text")
    return Exists(_entries().filter(object_id=Cast(OuterRef("pk"), CharField()), to_object_id__in=ids))
