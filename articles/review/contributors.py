"""Who contributed to an article. Nobody approves a text that they helped to write, superusers included (DESIGN.md, R3).

A contribution is recorded when a revision is saved, by whatever way, and once more before one is deleted, so that
purging revisions frees nobody. Where a page begins with the body of another one, those who wrote that contributed to
this one as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page, Revision

from articles.models import ArticlePage, Contribution
from articles.review.canonical import body_digest
from articles.review.current import identity_of
from portal.models import User


@dataclass(frozen=True)
class Contributor:
    """Somebody who wrote a part of an article: their account's id, and the name as it stood."""

    user_id: int
    username: str
    name: str


def record_contribution(revision: Revision) -> None:
    """Notes who saved ``revision``, once for each revision and person, if it is one of an article."""
    page = _article_of(revision)
    if page is None:
        return
    page_id = int(revision.object_id)
    known = Contribution.objects.filter(page_id=page_id, revision_id=revision.pk)
    if known.filter(user_id=revision.user_id).exists():
        return
    is_first = not Contribution.objects.filter(page_id=page_id).exists()
    digest = body_digest(page)
    _append(page_id, revision.pk, revision.user, digest)
    if is_first and digest:
        _inherit(page_id, revision.pk, digest)


def _article_of(revision: Revision) -> ArticlePage | None:
    if not issubclass(revision.content_type.model_class() or object, ArticlePage):
        return None
    return ArticlePage.from_serializable_data(revision.content, check_fks=False)


def _append(page_id, revision_id, user, digest, copied_from=None):
    return Contribution.append(
        page_id=page_id,
        revision_id=revision_id,
        user_id=user.pk if user else None,
        username=user.username if user else "",
        name=str(user) if user else "",
        body_digest=digest,
        copied_from=copied_from,
    )


def _inherit(page_id: int, revision_id: int, digest: str) -> None:
    """Whoever wrote the page that this one was copied from contributed to this one too."""
    origins = Contribution.objects.filter(body_digest=digest).exclude(page_id=page_id)
    pages = set(origins.values_list("page_id", flat=True))
    known = set()
    for row in Contribution.objects.filter(page_id__in=pages, user_id__isnull=False).order_by("number"):
        if row.user_id not in known:
            known.add(row.user_id)
            Contribution.append(
                page_id=page_id,
                revision_id=revision_id,
                user_id=row.user_id,
                username=row.username,
                name=row.name,
                body_digest=digest,
                copied_from=row.page_id,
            )


def contributors_to(page: ArticlePage) -> list[Contributor]:
    """Everybody who wrote a part of ``page``, by the ledger, its revisions, its owner and its byline."""
    identity = identity_of(page)
    rows = Contribution.objects.filter(page_id=identity, user_id__isnull=False).order_by("number")
    found = {row.user_id: Contributor(row.user_id, row.username, row.name) for row in rows}
    ids = set(Revision.page_revisions.filter(object_id=str(identity)).values_list("user_id", flat=True))
    ids.add(Page.objects.filter(pk=identity).values_list("owner_id", flat=True).first())
    ids.update(row.person.user_id for row in page.article_authors.all())
    for user in User.objects.filter(pk__in=ids - found.keys() - {None}):
        found[user.pk] = Contributor(user.pk, user.username, str(user))
    return list(found.values())


def has_contributed(user: User, contributors: Iterable[Contributor]) -> bool:
    """Whether ``user`` is among them, also under an account of the same name that was made anew."""
    return any(
        contributor.user_id == user.pk or contributor.username.casefold() == user.username.casefold()
        for contributor in contributors
    )
