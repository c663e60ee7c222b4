"""What the conversation adds to the admin. What each hook does stands in the module of ``comments.desk`` that it is
from.
"""

from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import include, path
from wagtail import hooks

from comments.desk.access import OURS
from comments.desk.dashboard import add_waiting_comments, count_comments, first_steps
from comments.desk.log import register_acts
from comments.desk.menu import ITEMS, MENU_HOOK, conversation_menu_item
from comments.desk.page_buttons import in_header, in_listing
from comments.rules.rights import SET_CONVERSATIONS

AFTER_PORTAL = 20  # portal.wagtail_hooks arranges the dashboard first

hooks.register("register_admin_urls", lambda: [path("conversation/", include("comments.desk.urls"))])
hooks.register("register_admin_menu_item", conversation_menu_item)
for item in ITEMS:
    hooks.register(MENU_HOOK, lambda item=item: item)
hooks.register("register_first_steps", first_steps, order=-1)
hooks.register("construct_homepage_panels", add_waiting_comments, order=AFTER_PORTAL)
hooks.register("construct_homepage_summary_items", count_comments, order=AFTER_PORTAL)
hooks.register("register_log_actions", register_acts)
hooks.register("register_page_header_buttons", in_header)
hooks.register("register_page_listing_more_buttons", in_listing)


@hooks.register("register_permissions")
def offer_rights():
    """The rights of the desk, for the form of a group."""
    wanted = Q()
    for right in (*OURS, SET_CONVERSATIONS):
        app, _dot, codename = right.partition(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(wanted)
