"""A second community and a second language."""

import pytest
from wagtail.models import Locale, Page, Site

from portal.models import CommunitySettings, HomePage


@pytest.fixture
def other_community(community):
    """A second site from the same installation: "Migraine Community" at ``http://migraine.test``."""
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Migraine Community", slug="migraine"))
    site = Site.objects.create(hostname="migraine.test", root_page=home, site_name="Migraine Community")
    CommunitySettings.objects.create(site=site, publisher_name="Another Press", time_zone="Europe/London")
    return site


@pytest.fixture
def spanish_article(article, topic, community):
    """The live Spanish translation of ``article``, under translations of its topic and home page."""
    spanish = Locale.objects.create(language_code="es")
    translations = {
        community.root_page: ("Comunidad del cáncer de la sangre", "cancer-de-la-sangre"),
        topic: ("Mieloma múltiple", "mieloma-multiple"),
        article: ("Cuando vuelve el mieloma", "recaida"),
    }
    for page, (title, slug) in translations.items():
        translated = page.copy_for_translation(spanish)
        translated.title, translated.slug, translated.live = title, slug, True
        translated.save_revision().publish()
    return article.get_translation(spanish)
