"""Gives the demonstration's pages a history with fixed dates, so that every load looks the same."""

from datetime import UTC, datetime, time

from wagtail.models import Page, PageLogEntry, Revision

from portal.models import User

NOON = time(12, tzinfo=UTC)


def moment(day) -> datetime:
    """Noon, UTC, of a day as the content files hold it."""
    return datetime.combine(day, NOON)


def add(parent: Page, page: Page, *, by: User) -> Page:
    """Puts ``page`` under ``parent`` as a draft that nobody sees yet."""
    page.live = False
    page.owner = by
    return parent.add_child(instance=page)


def save_draft(page: Page, *, by: User, on: datetime) -> Revision:
    """Saves a draft of ``page``, made on ``on``."""
    revision = page.save_revision(user=by, log_action=True)
    _settle(page, revision, on)
    return revision


def publish(page: Page, *, by: User, first: datetime, last: datetime | None = None) -> None:
    """Publishes ``page`` as it is, first published on ``first`` and last changed on ``last``."""
    last = last or first
    page.first_published_at = first
    revision = page.save_revision(user=by, log_action=True)
    revision.publish(user=by)
    _settle(page, revision, last)
    Page.objects.filter(pk=page.pk).update(first_published_at=first, last_published_at=last)


def _settle(page, revision, on):
    Revision.objects.filter(pk=revision.pk).update(created_at=on)
    Page.objects.filter(pk=page.pk).update(latest_revision_created_at=on)
    PageLogEntry.objects.filter(page=page).update(timestamp=on)
