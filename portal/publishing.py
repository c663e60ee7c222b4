"""Wagtail puts a text live, or takes it away, in several steps that are each a transaction of their own: the live row,
what receivers do, aliases, the history. A process that is killed between two of them leaves a text that readers see and
whose publication nobody can find. Here it is one transaction: all of it happened, or none. A revision that is put live
was saved before. Of many pages that are taken away together each is one: what is gone stays gone.
"""

from django.db import transaction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.unpublish import UnpublishAction


def take_over() -> None:
    """Has every route that ends in one of Wagtail's actions carry it out whole: button, workflow, schedule, snippet."""
    for action in (PublishRevisionAction, UnpublishAction):  # that of a page calls the one of anything, page by page
        action.execute = transaction.atomic(action.execute)
