"""Who contributed to an article. Nobody approves a text that they helped to write, superusers included (DESIGN.md, R3).

A contribution is recorded when a revision is saved, by whatever way, and before one is deleted that nobody recorded, so
that purging revisions frees nobody. Whoever saves a revision and changes no word, as when commenting, wrote nothing:
such a revision is recorded without a name. Where a page takes over the body of another one, those who wrote that
contributed to this one as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page, Revision

from articles.models import ArticlePage, Contribution, PersonPage
from articles.review.canonical import body_digest
from articles.review.current import identity_of
from articles.review.declaration import REVIEWED
from portal.models import User

NAME_LENGTH = 255  # of the column; a first and a last name may be longer together


@dataclass(frozen=True)
class Contributor:
    """Somebody who wrote a part of an article: their account's id, and the name as it stood."""

    user_id: int
    username: str
    name: str


@transaction.atomic
def record_contribution(revision: Revision) -> None:
    """Notes who saved ``revision``, once for each revision and person, if it is one of an article."""
    page = _article_of(revision)
    if page is None:
        return
    page_id = int(revision.object_id)
    list(Page.objects.select_for_update().filter(pk=page_id).values_list("pk"))  # as a decision does: page, then ledger
    known = Contribution.objects.filter(page_id=page_id)
    writer = None if _changes_no_word(revision) else revision.user
    if known.filter(revision_id=revision.pk, user_id=writer.pk if writer else None).exists():
        return
    digest = body_digest(page)
    is_new = bool(digest) and not known.filter(body_digest=digest).exists()
    _append(page_id, revision.pk, writer, digest)
    if is_new:
        _inherit(page_id, revision.pk, digest)


def is_recorded(revision: Revision) -> bool:
    """Whether the ledger says who wrote ``revision``."""
    return Contribution.objects.filter(page_id=int(revision.object_id), revision_id=revision.pk).exists()


def _changes_no_word(revision: Revision) -> bool:
    earlier = Revision.objects.filter(
        object_id=revision.object_id, base_content_type=revision.base_content_type, pk__lt=revision.pk
    )
    before = earlier.order_by("-pk").first()
    return before is not None and all(before.content.get(name) == revision.content.get(name) for name in REVIEWED)


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
        name=str(user)[:NAME_LENGTH] if user else "",
        body_digest=digest,
        copied_from=copied_from,
    )


def _inherit(page_id: int, revision_id: int, digest: str) -> None:
    """Whoever wrote the page from which this one has its body contributed to this one too."""
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
    return contributors_of([page])[page.pk]


def contributors_of(pages: Iterable[ArticlePage]) -> dict[int, list[Contributor]]:
    """The same for many pages, by their ids. Five queries, if the pages hold their authors (as drafts do)."""
    pages = list(pages)
    identities = {identity_of(page) for page in pages}
    named: dict[int, dict[int, Contributor]] = {identity: {} for identity in identities}
    rows = Contribution.objects.filter(page_id__in=identities, user_id__isnull=False).order_by()
    for identity, user_id, username, name in rows.values_list("page_id", "user_id", "username", "name").distinct():
        if user_id:
            named[identity].setdefault(user_id, Contributor(user_id, username, name))
    others = _others(pages, identities)
    users = User.objects.in_bulk({user_id for ids in others.values() for user_id in ids})
    return {
        page.pk: [
            *(known := named[identity_of(page)]).values(),
            *(
                Contributor(pk, users[pk].username, str(users[pk]))
                for pk in sorted(others[page.pk] - known.keys())
                if pk in users
            ),
        ]
        for page in pages
    }


def _others(pages: list[ArticlePage], identities: set[int]) -> dict[int, set[int]]:
    """The accounts that revisions, owners and bylines name, by the id of each page."""
    saved: dict[int, set[int]] = {identity: set() for identity in identities}
    recorded = Contribution.objects.filter(page_id__in=identities).values("revision_id")
    revisions = Revision.page_revisions.filter(object_id__in=map(str, identities), user__isnull=False)
    revisions = revisions.exclude(pk__in=recorded)  # of these the ledger knows better who wrote
    owners = Page.objects.filter(pk__in=identities, owner__isnull=False)
    for identity, user_id in [
        *revisions.order_by().values_list("object_id", "user_id").distinct(),
        *owners.values_list("pk", "owner_id"),
    ]:
        saved[int(identity)].add(user_id)
    people = {page.pk: {row.person_id for row in page.article_authors.all()} for page in pages}
    every = {person for found in people.values() for person in found}
    accounts = dict(PersonPage.objects.filter(pk__in=every, user__isnull=False).values_list("pk", "user_id"))
    return {
        page.pk: saved[identity_of(page)] | {accounts[person] for person in people[page.pk] if person in accounts}
        for page in pages
    }


def has_contributed(user: User, contributors: Iterable[Contributor]) -> bool:
    """Whether ``user`` is among them, also under an account of the same name that was made anew."""
    return any(
        contributor.user_id == user.pk or contributor.username.casefold() == user.username.casefold()
        for contributor in contributors
    )
