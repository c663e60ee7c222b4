"""The door to the staff screens."""

import pytest
from django.conf import settings
from django.urls import reverse

from portal.models import User
from portal.settings import base


def test_sign_in_page_is_in_the_products_own_dress(client, community):
    page = client.get(reverse("wagtailadmin_login")).content.decode()
    assert f">{settings.WAGTAIL_SITE_NAME}</h1>" in page
    assert "Readers need no account." in page
    assert "icons/favicon.svg" in page
    assert "admin/staff.css" in page


def test_session_cookie_can_not_be_read_by_script_or_sent_from_other_sites(client, community):
    User.objects.create_superuser("ada", password="a long enough phrase")
    client.post(
        reverse("wagtailadmin_login"), {"username": "ada", "password": "a long enough phrase", "next": "/admin/"}
    )
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert base.SESSION_COOKIE_SECURE
    assert base.CSRF_COOKIE_SECURE


def test_session_ends_with_the_browser_unless_one_asks_to_be_remembered(client, community):
    User.objects.create_superuser("ada", password="a long enough phrase")
    data = {"username": "ada", "password": "a long enough phrase", "next": "/admin/"}
    client.post(reverse("wagtailadmin_login"), data)
    assert client.session.get_expire_at_browser_close()
    client.post(reverse("wagtailadmin_login"), {**data, "remember": "on"})
    assert not client.session.get_expire_at_browser_close()


@pytest.mark.parametrize("password", ["short", "password1234", "ada.lovelace.ada"])
def test_weak_password_is_refused_when_an_account_is_made(client, admin_client, community, password):
    data = {
        "username": "ada.lovelace",
        "email": "ada@example.org",
        "first_name": "Ada",
        "last_name": "Lovelace",
        "password1": password,
        "password2": password,
        "is_superuser": "",
    }
    response = admin_client.post(reverse("wagtailusers_users:add"), data)
    assert response.status_code == 200
    assert not User.objects.filter(username="ada.lovelace").exists()
    strong = {**data, "password1": "seven quiet herons", "password2": "seven quiet herons"}
    admin_client.post(reverse("wagtailusers_users:add"), strong)
    assert User.objects.filter(username="ada.lovelace").exists()


def test_unknown_address_in_the_admin_is_not_found_in_its_own_dress(admin_client, community):
    response = admin_client.get("/admin/there-is-nothing/")
    assert response.status_code == 404
    assert "wagtail admin" not in response.content.decode().lower()
