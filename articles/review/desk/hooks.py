"""Registers the desk in the admin. ``articles.wagtail_hooks`` imports it."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from articles.review.desk.action_menu import lead_to_review
from articles.review.desk.credentials import CredentialViewSet, ReviewBoardViewSet
from articles.review.desk.dashboard import add_waiting_reviews, count_reviews, first_steps
from articles.review.desk.history import register_decisions
from articles.review.desk.menu import ReviewMenuItem
from articles.review.desk.urls import urlpatterns

AFTER_PORTAL = 20  # portal.wagtail_hooks arranges the dashboard and the editor's buttons first

register_snippet(ReviewBoardViewSet)
register_snippet(CredentialViewSet)

hooks.register("register_admin_urls", lambda: urlpatterns)
hooks.register("register_admin_menu_item", ReviewMenuItem)
hooks.register("register_first_steps", first_steps, order=-1)  # a reviewer's first step
hooks.register("construct_homepage_panels", add_waiting_reviews, order=AFTER_PORTAL)
hooks.register("construct_homepage_summary_items", count_reviews, order=AFTER_PORTAL)
hooks.register("construct_page_action_menu", lead_to_review, order=AFTER_PORTAL)
hooks.register("register_log_actions", register_decisions)
