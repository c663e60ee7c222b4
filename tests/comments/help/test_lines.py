"""Whom somebody in danger is told to call: by their choice, their browser, their community, in this order."""

import pytest
from django.test import Client
from django.utils import translation

from comments.help.lines import help_for
from comments.models import ConversationSettings, HelpLine

PAGE = "/conversation/help/"


def help_shown(rf, site, asked="", accepts="", language="en"):
    with translation.override(language):
        return help_for(rf.get(PAGE, {"country": asked} if asked else {}, headers={"accept-language": accepts}), site)


@pytest.fixture
def set_up(community):
    def change(**values):
        settings = ConversationSettings.for_site(community)
        for name, value in values.items():
            setattr(settings, name, value)
        settings.save()
        return settings

    return change


def test_the_readers_choice_goes_before_their_browser_and_that_before_the_community(rf, community, set_up):
    set_up(country="DE")
    assert help_shown(rf, community).country.code == "DE"
    assert help_shown(rf, community, accepts="es-MX,es;q=0.9").country.code == "MX"
    assert help_shown(rf, community, asked="ES", accepts="es-MX").country.code == "ES"


@pytest.mark.parametrize(
    ("country", "emergency", "number"),
    [
        ("US", "911", "988"),
        ("ES", "112", "024"),
        ("DE", "112", "0800 111 0 111"),
        ("GB", "999", "116 123"),
        ("uk", "999", "116 123"),
    ],
)
def test_each_country_has_its_numbers(rf, community, country, emergency, number):
    shown = help_shown(rf, community, asked=country)
    assert shown.emergency == emergency
    assert number in [line.phone for line in shown.lines]
    assert shown.lines[0].link.startswith("tel:")
    assert " " not in shown.lines[0].link


@pytest.mark.parametrize("asked", ["XX", "'><script>", "", "\x00", "é", "USA" * 500])
def test_an_unknown_country_is_no_error_and_hides_nobody(rf, community, asked):
    shown = help_shown(rf, community, asked=asked, accepts="*, tlh, ;q=x, -")
    assert len(shown.others) > 10


def test_lines_in_the_readers_language_come_first(rf, community):
    assert help_shown(rf, community, asked="US", language="es").lines[0].language == "es"
    assert help_shown(rf, community, asked="US", language="en").lines[0].language == "en"


def test_what_a_community_entered_takes_the_place_of_facts_in_that_country_alone(rf, community, set_up):
    settings = set_up(country="DE")
    HelpLine.objects.create(settings=settings, country="de", name="Our own line", phone="0123 (45)")
    shown = help_shown(rf, community)
    assert [(line.name, line.link) for line in shown.lines] == [("Our own line", "tel:012345")]
    assert help_shown(rf, community, asked="US").lines[0].phone == "988"


def test_a_line_for_all_of_the_european_union_is_shown_in_its_countries(rf, community, set_up):
    HelpLine.objects.create(settings=set_up(), country="EU", name="All of Europe", phone="116 123")
    assert help_shown(rf, community, asked="PL").lines[0].name == "All of Europe"


def test_the_page_says_first_whom_to_call_in_danger_and_keeps_nothing(client, community, django_assert_max_num_queries):
    client.get(PAGE)
    with django_assert_max_num_queries(16):
        response = client.get(f"{PAGE}?country=US")
    text = response.content.decode()
    assert text.index("If you are in danger now, call") < text.index("988 Suicide")
    assert 'href="tel:911"' in text
    assert 'href="tel:988"' in text
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


def test_the_page_changes_nothing_and_takes_no_post(community):
    assert Client().post(PAGE).status_code == 405


def test_the_page_speaks_spanish(client, community):
    text = client.get(f"/es{PAGE}", {"country": "ES"}).content.decode()
    assert "Si está en peligro ahora" in text
    assert 'href="tel:024"' in text
