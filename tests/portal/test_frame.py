"""What surrounds every page: the header, the navigation, the foot, and the colours they stand on."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from articles.models import GlossaryPage, TopicIndexPage
from consent.models import PolicyPage
from portal.colour import DARK_GROUND, LIGHT_GROUND, contrast
from portal.models import CommunitySettings, StandardPage

STYLESHEET = Path(settings.STATICFILES_DIRS[0]) / "css" / "site.css"


def tokens():
    """The custom properties of the stylesheet whose value is a colour: one dictionary for light, one for dark."""
    blocks = re.findall(r":root \{(.*?)\}", STYLESHEET.read_text(), re.DOTALL)
    return [dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", block)) for block in blocks[:2]]


def test_accent_colours_are_judged_against_the_paper_of_the_stylesheet():
    light, dark = tokens()
    assert (light["--paper"], dark["--paper"]) == (LIGHT_GROUND, DARK_GROUND)


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read_on_every_ground(number):
    colours = tokens()[number]
    grounds = [colours[name] for name in ("--paper", "--sheet", "--well")]
    for ground in grounds:
        assert contrast(colours["--ink"], ground) >= 7
        assert contrast(colours["--ink-soft"], ground) >= 7
        assert contrast(colours["--rule-strong"], ground) >= 3
    for name in ("info", "good", "caution", "urgent"):
        for ground in (*grounds, colours[f"--{name}-ground"]):
            assert contrast(colours[f"--{name}"], ground) >= 7
        assert contrast(colours["--ink"], colours[f"--{name}-ground"]) >= 7


def test_navigation_holds_the_pages_that_are_shown_in_menus(client, community):
    home = community.root_page
    home.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    home.add_child(instance=GlossaryPage(title="Glossary", slug="glossary", show_in_menus=False))
    navigation = client.get("/").content.decode().split("<main")[0]
    assert 'href="/a-to-z/"' in navigation
    assert "/glossary/" not in navigation


def test_navigation_says_where_the_reader_is(client, topic, article):
    topic.show_in_menus = True
    topic.save()
    assert 'href="/multiple-myeloma/" aria-current="true"' in client.get("/multiple-myeloma/relapse/").content.decode()


def test_foot_links_standard_pages_in_the_order_of_their_roles(client, community):
    home = community.root_page
    home.add_child(instance=PolicyPage(title="Our terms", slug="terms", role="terms", body="<p>x</p>"))
    home.add_child(instance=StandardPage(title="Who we are", slug="about", role="about", body="<p>x</p>"))
    home.add_child(instance=StandardPage(title="No role", slug="none", body="<p>x</p>"))
    foot = client.get("/").content.decode().split("<footer")[1]
    assert foot.index("Who we are") < foot.index("Our terms")
    assert "No role" not in foot


def test_foot_names_publisher_address_and_contact(client, community):
    CommunitySettings.objects.filter(site=community).update(
        publisher_address="1 Example Street\nExample Town", contact_email="hello@example.org", emergency_number="112"
    )
    foot = client.get("/").content.decode().split("<footer")[1]
    assert "Published by Example Health Press" in foot
    assert "1 Example Street<br>Example Town" in foot
    assert "mailto:hello@example.org" in foot
    assert "Call 112." in foot


def test_breadcrumb_leads_from_home_to_the_topic(client, article):
    html = client.get("/multiple-myeloma/relapse/").content.decode()
    breadcrumb = html.split('class="breadcrumb')[1].split("</nav>")[0]
    assert breadcrumb.index('href="/"') < breadcrumb.index('href="/multiple-myeloma/"')
    assert 'aria-current="page">When myeloma comes back' in breadcrumb


def test_page_says_its_language_and_direction(client, community):
    assert '<html lang="en" dir="ltr">' in client.get("/").content.decode()
