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


def save_draft(page: Page, *, by: User, on: datetime) -> None:
    """Saves a draft of ``page``, made on ``on``."""
    page.save_revision(user=by, log_action=True)
    _settle(page, on)


def plan(page: Page, *, by: User, on: datetime, goes_live: datetime) -> None:
    """Plans, on ``on``, to publish ``page`` at ``goes_live``."""
    page.go_live_at = goes_live
    page.save_revision(user=by, log_action=True).publish(user=by)
    _settle(page, on)


def publish(page: Page, *, by: User, first: datetime, last: datetime | None = None) -> None:
    """Publishes ``page`` as it is, first published on ``first`` and last changed on ``last``."""
    last = last or first
    page.first_published_at = first
    page.save_revision(user=by, log_action=True).publish(user=by)
    _settle(page, last)
    Page.objects.filter(pk=page.pk).update(first_published_at=first, last_published_at=last)


def _settle(page, on):
    Revision.page_revisions.filter(object_id=str(page.pk)).update(created_at=on)
    Page.objects.filter(pk=page.pk).update(latest_revision_created_at=on)
    PageLogEntry.objects.filter(page=page).update(timestamp=on)
