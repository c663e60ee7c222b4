"""The stylesheet of a community's colours: kept by browsers for ever, and new at once when a colour changes."""

import re

from portal.models import CommunitySettings


def theme_address(client):
    """The address of the stylesheet as the home page links it."""
    return re.search(r'href="(/theme/[0-9a-f]+\.css)"', client.get("/").content.decode())[1]


def test_the_linked_stylesheet_holds_the_colours_and_is_kept_for_ever(client, community):
    response = client.get(theme_address(client))
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--accent:#7a1f3d" in response.content.decode()


def test_a_new_colour_gives_the_stylesheet_a_new_address(client, community):
    before = theme_address(client)
    colours = CommunitySettings.objects.get(site=community)
    colours.accent_colour = "#123456"
    colours.save()
    assert theme_address(client) != before
    assert "#123456" in client.get(theme_address(client)).content.decode()


def test_an_outdated_address_serves_today_s_colours_and_is_not_kept(client, community):
    response = client.get("/theme/000000000000.css")
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-cache"
    assert not response.cookies
