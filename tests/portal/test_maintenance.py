"""The maintenance switch: readers get a 503 page in the site's own dress, staff keep the admin."""

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def switch(settings, tmp_path):
    """Turns maintenance on and off by the command, with a switch of this test's own."""
    settings.MAINTENANCE_FILE = tmp_path / "data" / "maintenance"
    return lambda position: call_command("maintenance", position, verbosity=0)


def test_readers_get_the_maintenance_page_until_it_is_switched_off(client, article, switch):
    switch("on")
    response = client.get("/multiple-myeloma/relapse/")
    assert response.status_code == 503
    assert response["Retry-After"] == "600"
    assert response["Cache-Control"] == "no-store"
    assert b"<h1" in response.content
    switch("off")
    assert client.get("/multiple-myeloma/relapse/").status_code == 200


def test_every_public_address_answers_503_and_the_admin_stays_open(client, community, switch):
    switch("on")
    for path in ("/", "/search/", "/sitemap.xml", "/no-such-page/"):
        assert client.get(path).status_code == 503
    assert client.get("/admin/login/").status_code == 200


def test_the_maintenance_page_needs_no_database(client, community, switch, no_database):
    switch("on")
    response = client.get("/")
    assert response.status_code == 503
    assert b"<h1" in response.content


def test_switching_twice_is_no_mistake(client, community, switch):
    switch("on")
    switch("on")
    switch("off")
    switch("off")
    assert client.get("/").status_code == 200


def test_a_position_that_does_not_exist_is_refused(switch):
    with pytest.raises(CommandError, match="invalid choice: 'maybe'"):
        switch("maybe")
