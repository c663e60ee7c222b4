"""A community's settings in the admin, and communities that are new."""

import pytest
from django.forms.models import model_to_dict
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import querydict_from_html

from portal.models import CommunitySettings, HomePage, StandardPage


def settings_url(site):
    return reverse("wagtailsettings:edit", args=["portal", "communitysettings", site.pk])


def change(client, site, **values):
    data = model_to_dict(CommunitySettings.for_site(site), exclude=["id", "site"])
    return client.post(
        settings_url(site), {**data, "disclaimer_information": "null", "disclaimer_story": "null", **values}
    )


@pytest.fixture
def other(community):
    """A second community without a settings row, at ``http://migraine.example``."""
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Migraine Community", slug="migraine"))
    return Site.objects.create(hostname="migraine.example", root_page=home, site_name="Migraine Community")


def test_editor_sees_which_community_is_being_changed(client, sign_in_as, community, other):
    sign_in_as("Editors")
    page = client.get(settings_url(other)).content.decode()
    assert "You are changing <strong>Migraine Community</strong> (migraine.example)." in page


def test_change_touches_one_community_alone(client, sign_in_as, community, other):
    sign_in_as("Editors")
    change(client, other, tagline="Days without light", time_zone="America/New_York")
    assert CommunitySettings.for_site(other).tagline == "Days without light"
    assert CommunitySettings.objects.get(site=community).time_zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("field", "colour", "advice"),
    [
        ("accent_colour", "#ffd0d0", "Choose a darker colour."),
        ("accent_colour_dark", "#401020", "Choose a lighter colour."),
    ],
)
def test_colour_that_can_not_be_read_is_refused_with_advice(client, sign_in_as, community, field, colour, advice):
    sign_in_as("Editors")
    response = change(client, community, **{field: colour})
    assert advice in response.content.decode()
    assert getattr(CommunitySettings.objects.get(site=community), field) != colour


def test_time_zone_is_chosen_from_a_list(client, sign_in_as, community):
    sign_in_as("Editors")
    page = client.get(settings_url(community)).content.decode()
    assert '<option value="Europe/Berlin" selected>Berlin</option>' in page
    assert "is not a time zone" in change(client, community, time_zone="Europe/Atlantis").content.decode()


def test_author_does_not_change_a_community(client, sign_in_as, community):
    sign_in_as("Authors")
    assert client.get(settings_url(community)).status_code == 302


def test_view_live_leads_to_the_pages_own_community(client, sign_in_as, community, other):
    about = other.root_page.add_child(instance=StandardPage(title="About us", slug="about", body="<p>Hello.</p>"))
    sign_in_as("Editors")
    page = client.get(reverse("wagtailadmin_pages:edit", args=[about.pk])).content.decode()
    assert 'href="http://migraine.example/about/"' in page


def test_new_community_is_served_without_settings(client, other):
    response = client.get("/", headers={"host": "migraine.example"})
    assert response.status_code == 200
    assert "Migraine Community" in response.content.decode()


def test_editor_makes_the_home_page_of_a_new_community(client, sign_in_as, community):
    editor = sign_in_as("Editors")
    root = Page.objects.get(depth=1)
    url = reverse("wagtailadmin_pages:add", args=["portal", "homepage", root.pk])
    data = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    data.update({"title": "Asthma Community", "slug": "asthma", "lead": "Welcome.", "action-publish": "1"})
    client.post(url, data)
    home = HomePage.objects.get(slug="asthma")
    assert home.live
    assert home.owner == editor


def test_address_without_a_community_is_not_found_rather_than_an_error(client, db):
    Site.objects.all().delete()
    assert client.get("/").status_code == 404
