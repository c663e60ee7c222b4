"""Registers the further screens of the desk in the admin. ``comments.wagtail_hooks`` imports it."""

from wagtail import hooks

from comments.desk.log import register_acts

hooks.register("register_log_actions", register_acts)
