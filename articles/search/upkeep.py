"""Keeps the entries of search current: whatever changes a page or a term passes through here.

Wagtail's own signals are not enough: a page may be saved by code, and a page that becomes live by being saved sends
no ``page_published``.
"""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page

from articles.models import GlossaryTerm, TopicName, TopicPage
from articles.search.entries import keep_entry


@receiver(post_save)
def keep_saved_page(sender, instance, raw, update_fields, **kwargs):
    """A whole page that is saved holds what readers see, its children in memory included (they are written a moment
    later). A page of which some fields are saved may be a draft in memory: what readers see stands in the database.
    """
    if not isinstance(instance, Page) or raw:
        return
    if update_fields is None and sender is instance.specific_class:
        keep_entry(instance)
    else:
        keep_entry(Page.objects.get(pk=instance.pk).specific)


@receiver([post_save, post_delete], sender=TopicName)
def keep_named_topic(sender, instance, **kwargs):
    """A name that is written or deleted on its own changes its topic's entry. One that goes with its topic does not:
    the topic's row is still there then, its entry is gone already, and a new one would outlive the topic.
    """
    origin = kwargs.get("origin", instance)  # what was deleted first: an instance or a queryset
    if kwargs.get("raw") or getattr(origin, "model", type(origin)) is not TopicName:
        return
    topic = TopicPage.objects.filter(pk=instance.topic_id).first()
    if topic:
        keep_entry(topic)


@receiver(post_save, sender=GlossaryTerm)
def keep_saved_term(sender, instance, raw, **kwargs):
    """A term that is saved is found at once."""
    if not raw:
        keep_entry(instance)
