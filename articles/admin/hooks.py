"""Registers what stands in the modules beside this one. ``articles.wagtail_hooks`` imports it."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from articles.admin import evidence, reports  # noqa: F401  (they register their hooks)
from articles.admin.dashboard import count_content, first_steps
from articles.admin.glossary import GlossaryTermViewSet
from articles.admin.listing import ArticleListingViewSet, PersonListingViewSet
from articles.admin.synonyms import SynonymGroupViewSet
from articles.admin.unfinished import add_unfinished_work

AFTER_PORTAL = 20  # portal.wagtail_hooks clears the dashboard's counts first

register_snippet(GlossaryTermViewSet)
register_snippet(SynonymGroupViewSet)

hooks.register("register_first_steps", first_steps)
hooks.register("construct_homepage_panels", add_unfinished_work, order=AFTER_PORTAL)
hooks.register("construct_homepage_summary_items", count_content, order=AFTER_PORTAL)


@hooks.register("register_admin_viewset")
def register_listings():
    """Articles and people of all communities."""
    return [ArticleListingViewSet(), PersonListingViewSet()]
