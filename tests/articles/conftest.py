"""What tests of articles share: a second community, a second language, a library of references."""

import pytest
from wagtail.models import Locale, Page, Site

from articles.models import Reference
from portal.models import CommunitySettings, HomePage
from tests.reviewing import publish


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
        translated.title, translated.slug = title, slug
        translated.save_revision()
        publish(translated)
    return article.get_translation(spanish)


@pytest.fixture
def library(db):
    """References with the keys ``a`` to ``h``, titled "Source A" to "Source H"."""
    made = Reference.objects.bulk_create(
        Reference(key=key, title=f"Source {key.upper()}", authors=f"{key.upper()}uthor B", year=2020)
        for key in "abcdefgh"
    )
    return {reference.key: reference for reference in made}
