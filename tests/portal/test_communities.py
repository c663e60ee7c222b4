import pytest
from wagtail.models import Page, Site

from portal.models import CommunitySettings, HomePage


@pytest.fixture
def second_community(community):
    """A second community at ``http://migraine.testserver``, without a settings row of its own."""
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Migraine Community", slug="migraine"))
    return Site.objects.create(hostname="migraine.testserver", root_page=home, site_name="Migraine Community")


def test_each_community_answers_at_its_own_address(client, second_community):
    assert b"Migraine Community" in client.get("/", headers={"host": "migraine.testserver"}).content
    assert b"Blood Cancer Community" in client.get("/", headers={"host": "testserver"}).content


def test_a_page_of_one_community_is_not_served_by_another(client, article, second_community):
    address = "/multiple-myeloma/relapse/"
    assert client.get(address, headers={"host": "testserver"}).status_code == 200
    assert client.get(address, headers={"host": "migraine.testserver"}).status_code == 404


def test_each_community_has_its_own_colours(client, second_community):
    CommunitySettings.objects.filter(site__hostname="testserver").update(accent_colour="#123456")
    assert b"#123456" in client.get("/theme/x.css", headers={"host": "testserver"}).content
    assert b"#123456" not in client.get("/theme/x.css", headers={"host": "migraine.testserver"}).content
