"""Forgets notes of changes that every process has read long ago."""

from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.jobs import register
from portal.models import ContentChange
from portal.page_cache.position import FORGOTTEN

KEEPS = timedelta(hours=1)  # a process that did not look for ten minutes begins anew anyway


@register("content changes", _("Deletes notes of changes that all have read"), every=timedelta(minutes=5))
def forget_old_changes() -> str:
    """Deletes them, says how many, and notes up to where, for whoever holds on to an older position."""
    changes = ContentChange.objects.exclude(tag=FORGOTTEN)
    newest = changes.aggregate(newest=Max("pk"))["newest"]  # stays: it says where the database stands
    old = changes.filter(made_at__lt=timezone.now() - KEEPS).exclude(pk=newest)
    name = "xact" if connection.vendor == "postgresql" else "pk"
    with transaction.atomic():
        last = old.aggregate(last=Max(name))["last"]
        if last is None:
            return "0 notes deleted"
        note, _made = ContentChange.objects.get_or_create(tag=FORGOTTEN, defaults={"xact": last})
        ContentChange.objects.filter(pk=note.pk, xact__lt=last).update(xact=last)
        deleted, _models = old.filter(**{f"{name}__lte": last}).delete()
    return f"{deleted} notes deleted"
