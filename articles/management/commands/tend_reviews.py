"""``manage.py tend_reviews``: what has to happen every day, so that reviews stay current."""

from django.core.management.base import BaseCommand

from articles.review.coverage import record_coverage
from articles.review.reminders import send_reminders


class Command(BaseCommand):
    help = "Sends reminders of reviews that are due, and counts how much of each community is current. Run it daily."

    def handle(self, *args, **options):
        self.stdout.write(f"Reminders sent: {send_reminders()}.")
        for day in record_coverage():
            self.stdout.write(f"{day.site}: {day.current} of {day.total} articles are current.")
