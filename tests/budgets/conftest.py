"""A community with one page of each type that readers open most, made once for all tests of a module."""

import pytest
from django.db import transaction
from wagtail.models import Page, Site

from articles.models import ArticlePage, GlossaryPage, GlossaryTerm, PeoplePage, PersonPage, TopicIndexPage, TopicPage
from portal.models import CommunitySettings, HomePage, StandardPage
from tests.budgets.articles import an_article
from tests.consenting import an_offer
from tests.conversing import open_conversations
from tests.reviewing import add_live


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker):
    """Addresses of pages by name. ``few`` and ``many`` are articles; ``article`` is the one that is compared."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _made()
        transaction.set_rollback(True)


def _made() -> dict[str, str]:
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Community", slug="community", lead="Welcome."))
    Site.objects.all().delete()
    site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True, site_name="Community")
    CommunitySettings.objects.create(site=site, publisher_name="Example Health Press", time_zone="Europe/Berlin")
    an_offer(site)
    open_conversations(site)
    topic = home.add_child(instance=TopicPage(title="Myeloma", slug="myeloma", show_in_menus=True))
    people = home.add_child(instance=PeoplePage(title="People", slug="people", show_in_menus=True))
    person = people.add_child(instance=PersonPage(title="Dr Marta Ruiz", slug="marta"))
    home.add_child(instance=GlossaryPage(title="Glossary", slug="glossary"))
    home.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    home.add_child(instance=StandardPage(title="About us", slug="about", role="about", body="<p>We write.</p>"))
    for term in ("illness", "active"):
        GlossaryTerm.objects.create(term=term, definition="What it means.", locale=home.locale)
    an_article(topic, "few", cited=5, comments=20)
    an_article(topic, "article", cited=25, comments=200, authors=[person])
    many = an_article(topic, "many", cited=60, comments=5_000)
    story = ArticlePage(
        title="My story", slug="story", kind="story", body=[{"type": "text", "value": "<p>I rang.</p>"}]
    )
    add_live(topic, story)
    return {
        **{name: f"/myeloma/{name}/" for name in ("few", "article", "many", "story")},
        **{name: f"/{name}/" for name in ("people", "glossary", "a-to-z", "about", "sign-up")},
        "home": "/",
        "topic": "/myeloma/",
        "person": "/people/marta/",
        "search": "/search/?q=illness",
        "conversation": f"/conversation/{many.pk}/",
        "conversation-far": f"/conversation/{many.pk}/?page=20",
        "review-history": "/myeloma/article/review-history/",
    }
