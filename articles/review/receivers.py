"""What the review hears of: every revision that is saved, by whatever way, and every one that is about to be purged;
and articles that go live or stop being so, whose standing is looked at again (``standings``).
"""

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished

from articles.library.freshness import articles_citing
from articles.models import ArticlePage, Reference
from articles.review.contributors import is_recorded, record_contribution
from articles.review.standings import look_soon


@receiver([post_save, pre_delete], sender=Revision)
def remember_who_wrote(instance, signal, raw=False, **_signal):
    """The ledger knows who wrote a revision for longer than the revision lives."""
    if not raw and not (signal is pre_delete and is_recorded(instance)):
        record_contribution(instance)


@receiver([page_published, page_unpublished])
def look_at_a_page_soon(instance, **_signal):
    """A large portal counts by what is kept of each article."""
    if isinstance(instance, ArticlePage):
        look_soon([instance.pk])


@receiver(post_save, sender=Reference)
def look_at_what_cites_it_soon(instance, created, raw=False, **_signal):
    """Another word in a source is another text in each article that cites it."""
    if not created and not raw:
        look_soon(articles_citing(instance))
