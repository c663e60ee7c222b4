"""What the review hears of: every revision that is saved, by whatever way, and every one that is about to be purged."""

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Revision

from articles.review.contributors import is_recorded, record_contribution


@receiver([post_save, pre_delete], sender=Revision)
def remember_who_wrote(instance, signal, raw=False, **_signal):
    """The ledger knows who wrote a revision for longer than the revision lives."""
    if not raw and not (signal is pre_delete and is_recorded(instance)):
        record_contribution(instance)
