"""Registers the report on moderation in the admin. ``comments.wagtail_hooks`` imports it."""

from django.urls import path
from wagtail import hooks

from comments.desk.report import NAME, ReportMenuItem, report

hooks.register("register_admin_urls", lambda: [path("conversation/report/", report, name=NAME)])
hooks.register("register_conversation_menu_item", ReportMenuItem)
