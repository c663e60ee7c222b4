"""What the worker does for caches in front: reads what changed, and purges it until it was taken.

A change is purged ``SETTLES`` seconds after it was read: until then a portal process, or our own nginx, may still give
a cache the old page. One worker purges at a time (a lease); one that is killed is followed by another when its lease
ends, and what was not said to be purged is purged again.
"""

import logging
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from wagtail.contrib.frontend_cache.utils import get_backends
from wagtail.models import Page

from portal.models.front import FrontState, GoneAddress
from portal.page_cache.position import position, since
from portal.page_cache.tables import ALL
from portal.purging.addresses import addresses_of, full_addresses
from portal.purging.backends import PurgeError
from portal.worker import duty

logger = logging.getLogger(__name__)
SETTLES = 2.0  # seconds
LEASE = timedelta(minutes=3)
BATCH = 20  # addresses: with PATIENCE seconds for each, within the lease
LONGEST_REST = 300  # seconds after failures


@duty("caches in front")
def purge_what_changed(should_stop: Callable[[], bool] = lambda: False) -> bool:
    """Purges what is due. Whether there was anything."""
    if not settings.WAGTAILFRONTENDCACHE:
        return False
    state, _made = FrontState.objects.get_or_create(pk=1, defaults={"position": position()})
    if not (state.tags or _new_tags(state) or GoneAddress.objects.exists()):
        return False
    if not _lease(state):
        return False
    try:
        state.refresh_from_db()
        _read_changes(state)
        return not should_stop() and _purge_due(state)
    finally:
        state.leased_until = None
        state.save()


def _lease(state: FrontState) -> bool:
    now = timezone.now()
    is_free = Q(leased_until=None) | Q(leased_until__lt=now)
    rested = Q(rests_until=None) | Q(rests_until__lte=now)
    return bool(FrontState.objects.filter(is_free, rested, pk=state.pk).update(leased_until=now + LEASE))


def _new_tags(state: FrontState) -> frozenset[str]:
    """What was noted since. All, where nobody can tell: after a restore, or an hour in which no worker ran."""
    found = since(state.position)
    return frozenset({ALL}) if found is None else found.tags


def _read_changes(state: FrontState) -> None:
    now = position()  # before reading: what comes between is read again
    for tag in _new_tags(state):
        if tag in state.tags:
            state.tags[tag]["again"] = True
        else:
            state.tags[tag] = {"due": time.time() + SETTLES, "after": 0}
    state.position = now
    state.save()


def _purge_due(state: FrontState) -> bool:
    due = [tag for tag, told in state.tags.items() if told["due"] <= time.time()]
    try:
        had_gone = _purge_gone()
        for tag in due[:BATCH]:
            told = state.tags[tag]
            is_done = _purge_more(told) if tag == ALL else _purge(addresses_of(tag))
            if is_done:
                del state.tags[tag]
                if told.get("again"):
                    state.tags[tag] = {"due": time.time() + SETTLES, "after": 0}
            if tag == ALL:
                break  # one batch of all pages at a time
    except PurgeError as error:
        rest = min(LONGEST_REST, 5 * 2 ** min(state.failures, 10))
        logger.warning("A cache in front was not purged (%s). Tried again in %s s.", error, rest)
        state.failures, state.rests_until = state.failures + 1, timezone.now() + timedelta(seconds=rest)
        return False
    state.failures, state.rests_until = 0, None
    return had_gone or bool(due)


def _purge_gone() -> bool:
    settled = timezone.now() - timedelta(seconds=SETTLES)
    gone = list(GoneAddress.objects.filter(made_at__lte=settled).order_by("pk")[:BATCH])
    _purge(each.address for each in gone)
    GoneAddress.objects.filter(pk__in=[each.pk for each in gone]).delete()
    return bool(gone)


def _purge_more(told: dict[str, Any]) -> bool:
    """The next pages of all, where a cache knows no word for all. Whether these were the last."""
    backends = get_backends().values()
    if told["after"] == 0:
        for backend in backends:
            if backend.purges_everything:
                backend.purge_everything()
    others = [backend for backend in backends if not backend.purges_everything]
    pages = list(Page.objects.filter(depth__gt=1, pk__gt=told["after"]).order_by("pk")[:BATCH]) if others else []
    for backend in others:
        backend.purge_batch(full_addresses(pages))
    if pages:
        told["after"] = pages[-1].pk
    return len(pages) < BATCH


def _purge(addresses: Iterable[str]) -> bool:
    if found := list(addresses):
        for backend in get_backends().values():
            backend.purge_batch(found)
    return True
