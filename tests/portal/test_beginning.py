"""The first community of a new installation."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from portal.models import HomePage


@pytest.fixture
def empty(db):
    """A database as migrations leave it: Wagtail's own page and site."""
    Page.objects.filter(depth__gt=1).delete()
    Site.objects.all().delete()
    welcome = Page.objects.get(depth=1).add_child(instance=Page(title="Welcome to your new Wagtail site!", slug="home"))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


def test_a_new_installation_serves_a_home_page_at_its_address(empty, client):
    call_command("begin_community", "health.example.org", "Our Community", verbosity=0)
    response = client.get("/", headers={"host": "health.example.org"})
    assert response.status_code == 200
    assert "Our Community" in response.content.decode()
    site = Site.objects.get()
    assert (site.hostname, site.port, site.site_name) == ("health.example.org", 443, "Our Community")
    assert not Page.objects.filter(title__contains="Wagtail").exists()


def test_a_second_time_changes_nothing(empty, capsys):
    call_command("begin_community", "health.example.org", "Our Community")
    call_command("begin_community", "other.example.org", "Another")
    assert "There is a community already." in capsys.readouterr().out
    assert [home.title for home in HomePage.objects.all()] == ["Our Community"]
    assert Site.objects.get().hostname == "health.example.org"


@pytest.mark.parametrize(("host", "name"), [("health.example.org", " "), ("", "Our Community")])
def test_a_community_without_a_name_or_a_host_is_refused_and_nothing_is_lost(empty, host, name):
    with pytest.raises(CommandError, match="needs a name and a host"):
        call_command("begin_community", host, name)
    assert not HomePage.objects.exists()
    assert Site.objects.get().hostname == "localhost"
