"""Which articles cite a reference: live, as drafts that wait for publication, or scheduled.

Wagtail's reference index knows the saved row of a page. What stands in a later draft is in revisions alone, so both
are asked. Nothing that an article cites can be deleted: the token in its text would point nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import F, ProtectedError, Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import ReferenceIndex, Revision

from articles.blocks.pieces import text_pieces
from articles.citations.tokens import find_tokens
from articles.models import ArticlePage, Reference


class ReferenceIsCitedError(ProtectedError):
    """Deleting a reference that articles cite."""


def articles_citing(reference: Reference) -> list[ArticlePage]:
    """Every article whose saved text, latest draft or scheduled revision cites ``reference``, by title."""
    found = {article.pk: article for article in _saved_with(reference)}
    for revision in _revisions_with(reference):
        article = revision.as_object()
        if _cites(article, reference):
            found.setdefault(article.pk, article)
    return sorted(found.values(), key=lambda article: article.title.casefold())


def refuse_deletion(reference: Reference) -> None:
    """Raises ``ReferenceIsCitedError`` with a sentence that names the articles, if there are any."""
    if articles := articles_citing(reference):
        raise ReferenceIsCitedError(refusal(reference, articles), set(articles))


def refuse_deletion_of_cited(*, instance: Reference, **_signal) -> None:
    """Stands before every deletion of a reference: admin, shell, querysets and cascades alike."""
    refuse_deletion(instance)


def refusal(reference: Reference, articles: list[ArticlePage]) -> str:
    """Why ``reference`` can't be deleted, naming at most five of ``articles``."""
    names = ", ".join(f"“{article.title}”" for article in articles[:5])
    if (more := len(articles) - 5) > 0:
        names += " " + ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more}
    return _("%(key)s is cited in %(articles)s and can't be deleted. Remove the citations there first.") % {
        "key": reference.key,
        "articles": names,
    }


def citing_counts(references: Iterable[Reference]) -> dict[int, int]:
    """How many articles cite each of ``references``, by primary key. As fresh as Wagtail's reference index."""
    references = list(references)
    citing = defaultdict(set)
    for entry in ReferenceIndex.get_references_to_in_bulk(references):
        citing[int(entry.to_object_id)].add(entry.object_id)
    by_key = {reference.key: reference.pk for reference in references}
    for revision in _unpublished_revisions().only("object_id", "content"):
        for cited in _cited_in(revision.content, by_key):
            citing[cited].add(str(revision.object_id))
    return {reference.pk: len(citing[reference.pk]) for reference in references}


def _cited_in(content: dict[str, Any], by_key: dict[str, int]) -> set[int]:
    """The references that stored content of an article cites: in its text, and among its further sources."""
    tokens = find_tokens(content.get("body") or "")
    return {by_key[key] for found in tokens for key in found.keys if key in by_key} | {
        source["reference"] for source in content.get("sources", ())
    }


def draft_entries(references: Iterable[Reference]) -> list[ReferenceIndex]:
    """Unsaved entries, as Wagtail's reference index would hold them, for citations that stand in drafts only."""
    wanted = {str(reference.pk) for reference in references}
    target = ReferenceIndex._get_base_content_type(Reference)
    entries = []
    for revision in _unpublished_revisions():
        article = revision.as_object()
        for content_type, pk, model_path, content_path in ReferenceIndex._extract_references_from_object(article):
            if content_type == target.pk and pk in wanted:
                entry = ReferenceIndex(model_path=model_path, content_path=content_path, object_id=str(article.pk))
                entry.content_type_id = revision.content_type_id
                entry.base_content_type_id = revision.base_content_type_id
                entry.to_content_type_id, entry.to_object_id = content_type, pk
                entries.append(entry)
    return entries


def _saved_with(reference: Reference) -> list[ArticlePage]:
    candidates = ArticlePage.objects.annotate(body_text=Cast("body", TextField())).filter(
        Q(body_text__contains=reference.key) | Q(sources__reference=reference)
    )
    return [article for article in candidates.distinct() if _cites(article, reference)]


def _cites(article: ArticlePage, reference: Reference) -> bool:
    if any(source.reference_id == reference.pk for source in article.sources.all()):
        return True
    tokens = (found for piece in text_pieces(article.body) for found in find_tokens(piece.text))
    return any(reference.key in found.keys for found in tokens)


def _unpublished_revisions():
    """The latest revision of each article whose draft differs from the live version, and every scheduled one."""
    drafts = ArticlePage.objects.exclude(latest_revision=None).exclude(live=True, live_revision=F("latest_revision"))
    return Revision.objects.filter(
        Q(pk__in=drafts.values("latest_revision"))
        | Q(content_type__app_label="articles", content_type__model="articlepage", approved_go_live_at__isnull=False)
    )


def _revisions_with(reference: Reference):
    """Unpublished revisions whose JSON mentions the key or the primary key; some may turn out not to cite it."""
    return (
        _unpublished_revisions()
        .annotate(text=Cast("content", TextField()))
        .filter(Q(text__contains=reference.key) | Q(text__contains=f'"reference": {reference.pk}'))
    )
