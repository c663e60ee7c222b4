"""Gives the demonstration's pages a history with fixed dates, so that every load looks the same."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time

from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from articles.search.entries import keep_entry
from portal.models import User

NOON = time(12, tzinfo=UTC)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
Approve = Callable[[Revision], object]  # enters the approval of a revision into the ledger


def moment(day) -> datetime:
    """Noon, UTC, of a day as the content files hold it."""
    return datetime.combine(day, NOON)


@contextmanager
def dated(page: Page, on: datetime) -> Iterator[None]:
    """Revisions of ``page`` and log entries that are made meanwhile get the date ``on``; with the first, its making."""
    since = timezone.now() if page.latest_revision_id else LONG_AGO
    yield
    date_history(page, on, since=since)


def date_history(page: Page, on: datetime, *, since: datetime) -> None:
    """Gives what happened to ``page`` after ``since`` the date ``on``."""
    Revision.page_revisions.filter(object_id=str(page.pk), created_at__gte=since).update(created_at=on)
    Page.objects.filter(pk=page.pk).update(latest_revision_created_at=on)
    PageLogEntry.objects.filter(page=page, timestamp__gte=since).update(timestamp=on)


def add(parent: Page, page: Page, *, by: User) -> Page:
    """Puts ``page`` under ``parent`` as a draft that nobody sees yet."""
    page.live = False
    page.owner = by
    return parent.add_child(instance=page)


def save_draft(page: Page, *, by: User, on: datetime) -> None:
    """Saves a draft of ``page``, made on ``on``."""
    with dated(page, on):
        page.save_revision(user=by, log_action=True)


def plan(page: Page, *, by: User, on: datetime, goes_live: datetime, approve: Approve) -> None:
    """Plans, on ``on``, to publish ``page`` at ``goes_live``."""
    with dated(page, on):
        page.go_live_at = goes_live
        revision = page.save_revision(user=by, log_action=True)
        approve(revision)
        revision.publish(user=by)


def publish(
    page: Page, *, by: User, first: datetime, last: datetime | None = None, approve: Approve | None = None
) -> None:
    """Publishes ``page`` as it is, first published on ``first`` and last changed on ``last``."""
    last = last or first
    with dated(page, last):
        page.first_published_at = first
        revision = page.save_revision(user=by, log_action=True)
        if approve:
            approve(revision)
        revision.publish(user=by)
    Page.objects.filter(pk=page.pk).update(first_published_at=first, last_published_at=last)


def publish_unreviewed(page: Page, *, by: User, on: datetime) -> None:
    """Puts ``page`` before readers as in the days before reviews: past the gate, which only a saved page meets."""
    page.save()
    with dated(page, on):
        revision = page.save_revision(user=by, log_action=True)
    stored = type(page).objects.filter(pk=page.pk)
    stored.update(
        live=True, has_unpublished_changes=False, live_revision=revision, first_published_at=on, last_published_at=on
    )
    keep_entry(stored.get())
