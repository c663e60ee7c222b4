"""A community that may send, its newsletter on one topic, and articles that are news."""

import pytest

from articles.models import ArticlePage
from consent.newsletter import shown
from portal.models import CommunitySettings
from tests.consenting import a_purpose
from tests.reviewing import add_live


@pytest.fixture
def community(community):
    """The community, with the postal address that every newsletter names."""
    settings = CommunitySettings.for_site(community)
    settings.publisher_address = "Example Health Press\n1 Sample Street\nBerlin"
    settings.save()
    return community


@pytest.fixture
def purpose(topic, community):
    """The newsletter on multiple myeloma, up to twice a month."""
    return a_purpose(community, topic=topic)


@pytest.fixture
def write_article(topic):
    """``write_article("A title")``: a live article on the topic, approved today if it is information."""

    def write(title, *, parent=None, **values):
        slug = title.lower().replace(" ", "-")
        summary = values.pop("summary", f"About {title.lower()}.")
        return add_live(parent or topic, ArticlePage(title=title, slug=slug, summary=summary, **values))

    return write


@pytest.fixture(autouse=True)
def ask_again_for_each_mail(monkeypatch):
    """What an issue shows is looked up for every mail, unless a test says otherwise."""
    monkeypatch.setattr(shown, "KEEPS", 0)
    shown.forget()
