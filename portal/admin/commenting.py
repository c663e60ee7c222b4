"""Says in the editor that a person may comment here and change nothing (``portal.page_permissions``)."""

from django.contrib import messages
from django.utils.translation import gettext as _


def say_that_only_comments_are_kept(request, page):
    """Shows the sentence to people who may only comment, when they open the editor."""
    may = page.permissions_for_user(request.user)
    if request.method == "GET" and getattr(may, "can_only_comment", bool)():
        messages.info(request, _("You can read, preview and comment here. Changes to the text are not kept."))
