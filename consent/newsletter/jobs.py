"""The regular jobs of newsletters."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from consent.newsletter.queueing import queue_batches
from consent.newsletter.rhythm import compose_by_rhythm
from portal.jobs import register

register("newsletter_rhythm", _("Makes issues of newsletters that go out by themselves"), every=timedelta(minutes=15))(
    compose_by_rhythm
)
register("newsletter_batches", _("Puts newsletters into the outbox"), every=timedelta(minutes=1))(queue_batches)
