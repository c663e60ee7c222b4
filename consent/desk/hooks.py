"""Registers the desk in the admin. ``consent.wagtail_hooks`` imports it."""

from django.contrib.auth.models import Permission
from django.db.models import Q
from wagtail import hooks

from consent.desk.access import OURS
from consent.desk.dashboard import add_bad_jobs, count_failures, first_steps
from consent.desk.log import register_acts
from consent.desk.menu import MENU_HOOK, DeskMenuItem, FindMenuItem, consent_menu_item
from consent.desk.urls import urlpatterns

AFTER_PORTAL = 20  # portal.wagtail_hooks arranges the dashboard first

hooks.register("register_admin_urls", lambda: urlpatterns)
hooks.register("register_admin_menu_item", consent_menu_item)
hooks.register(MENU_HOOK, DeskMenuItem)
hooks.register(MENU_HOOK, FindMenuItem)
hooks.register("register_first_steps", first_steps)
hooks.register("construct_homepage_panels", add_bad_jobs, order=AFTER_PORTAL)
hooks.register("construct_homepage_summary_items", count_failures, order=AFTER_PORTAL)
hooks.register("register_log_actions", register_acts)


@hooks.register("register_permissions")
def offer_rights():
    """The rights of the desk, for the form of a group."""
    wanted = Q()
    for right in OURS:
        app, _dot, codename = right.partition(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(wanted)
