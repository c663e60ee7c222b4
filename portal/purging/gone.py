"""Notes the addresses at which pages stood that were deleted, moved or renamed: afterwards nobody knows them."""

from typing import Any

from django.conf import settings
from django.db.models.signals import pre_delete
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from portal.models.front import GoneAddress
from portal.purging.addresses import full_addresses


def connect() -> None:
    """Listens from now on."""
    pre_delete.connect(note_deleted, dispatch_uid="note_deleted")
    page_slug_changed.connect(note_renamed, dispatch_uid="note_renamed")
    post_page_move.connect(note_moved, dispatch_uid="note_moved")


def note_deleted(*, sender: type, instance: Any, **_signal: Any) -> None:
    """A page is about to be deleted."""
    if sender is Page:
        _note([instance])


def note_renamed(*, instance: Page, instance_before: Page, **_signal: Any) -> None:
    """A page got another slug, and all pages below it other addresses."""
    _note_before(instance, before=instance_before.url_path)


def note_moved(*, instance: Page, url_path_before: str, **_signal: Any) -> None:
    """A page stands elsewhere, and all pages below it."""
    _note_before(instance, before=url_path_before)


def _note_before(top: Page, *, before: str) -> None:
    after = Page.objects.values_list("url_path", flat=True).get(pk=top.pk)
    if before == after or not settings.WAGTAILFRONTENDCACHE:
        return
    pages = list(Page.objects.filter(url_path__startswith=after))
    for page in pages:
        page.url_path = before + page.url_path.removeprefix(after)
    _note(pages)


def _note(pages: list[Page]) -> None:
    if settings.WAGTAILFRONTENDCACHE:
        GoneAddress.objects.bulk_create(GoneAddress(address=address) for address in full_addresses(pages))
