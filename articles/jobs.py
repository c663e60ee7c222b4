"""The regular jobs of articles. ``manage.py tend_reviews`` and ``publish_scheduled`` do the same from cron."""

from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.utils.translation import gettext_lazy as _

from articles.review.coverage import record_coverage
from articles.review.reminders import send_reminders
from articles.review.standings import look_again
from portal.jobs import register


@register("tend_reviews", _("Reminds of reviews that are due, and counts how much is current"), every=timedelta(days=1))
def tend_reviews() -> str:
    """Once a day."""
    sent = send_reminders()
    return f"{sent} reminders sent, {len(list(record_coverage()))} communities counted"


@register("standings", _("Looks at where articles stand with their reviews"), every=timedelta(minutes=5))
def standings() -> str:
    """Every five minutes, those that were looked at longest ago."""
    return f"{look_again()} articles looked at"


@register("publish_scheduled", _("Publishes and takes down what is due"), every=timedelta(minutes=5))
def publish_scheduled() -> str:
    """Every five minutes. What may not go live is unscheduled, and whoever planned it is told."""
    refused = StringIO()
    call_command("publish_scheduled", verbosity=0, stdout=StringIO(), stderr=refused)
    count = len(refused.getvalue().splitlines())
    return f"{count} not published" if count else ""
