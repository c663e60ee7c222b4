"""Registers the further screens of the desk in the admin. ``comments.wagtail_hooks`` imports it."""

from django.contrib.auth.models import Permission
from wagtail import hooks

from comments.desk.further_menu import MENU_HOOK, items
from comments.desk.further_urls import urlpatterns
from comments.desk.log import register_acts
from comments.desk.page_buttons import in_header, in_listing

hooks.register("register_admin_urls", lambda: urlpatterns)
hooks.register("register_log_actions", register_acts)
hooks.register("register_page_header_buttons", in_header)
hooks.register("register_page_listing_more_buttons", in_listing)
for item in items():
    hooks.register(MENU_HOOK, lambda item=item: item)


@hooks.register("register_permissions")
def offer_right_on_conversations():
    """The right to open and close conversations, for the form of a group."""
    return Permission.objects.filter(content_type__app_label="comments", codename="change_conversation")
