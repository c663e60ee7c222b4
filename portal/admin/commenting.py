"""Says in the editor that a person may comment here and change nothing (``portal.page_permissions``)."""

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import ActionMenuItem


class SaveCommentsMenuItem(ActionMenuItem):
    """The one button for people who may only comment."""

    label = gettext_lazy("Save comments")
    name = "action-comment"
    icon_name = "comment"


def may_only_comment(user, page) -> bool:
    """Whether the editor keeps nothing but comments of ``user``."""
    may = page.permissions_for_user(user) if page and page.pk else None
    return getattr(may, "can_only_comment", bool)()


def say_that_only_comments_are_kept(request, page):
    """Shows the sentence to people who may only comment, when they open the editor."""
    if request.method == "GET" and may_only_comment(request.user, page):
        messages.info(request, _("You can read, preview and comment here. Changes to the text are not kept."))


def offer_to_save_comments(menu_items, request, context):
    """Leaves people who may only comment with a button that says what it does."""
    if not context.get("locked_for_user") and may_only_comment(request.user, context.get("page")):
        menu_items[:] = [SaveCommentsMenuItem()]
