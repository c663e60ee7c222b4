"""Forgets notes of changes that every process has read long ago."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.jobs import register
from portal.models import ContentChange

KEEPS = timedelta(hours=1)  # a process that did not look for ten minutes begins anew anyway


@register("content changes", _("Deletes notes of changes that all have read"), every=timedelta(minutes=5))
def forget_old_changes() -> str:
    """Deletes them, and says how many."""
    deleted, _models = ContentChange.objects.filter(made_at__lt=timezone.now() - KEEPS).delete()
    return f"{deleted} notes deleted"
