"""Writes every search entry anew: after a restore, or a bulk change that went past the models.

Readers can search meanwhile: entries are replaced one by one.
"""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from articles.models import GlossaryTerm, SearchEntry
from articles.search.entries import keep_entry


class Command(BaseCommand):
    help = "Writes every search entry, its place in the index and its words anew."

    def handle(self, **options):
        for page in Page.objects.order_by("path").specific().iterator(chunk_size=100):
            keep_entry(page, anew=True)
        for term in GlossaryTerm.objects.iterator():
            keep_entry(term, anew=True)
        self.stdout.write(f"{SearchEntry.objects.count()} entries written.")
