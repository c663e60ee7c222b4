"""What a browser may load: strict on public pages, wider where Wagtail's editor needs it."""

import re

import pytest

from portal.models import User


def policy(response):
    """The response's Content-Security-Policy: directive -> its sources."""
    directives = (part.split() for part in response["Content-Security-Policy"].split(";") if part.strip())
    return {name: sources for name, *sources in directives}


@pytest.fixture
def staff_client(client, community):
    client.force_login(User.objects.create_superuser("ada", password="not-used"))
    return client


@pytest.mark.parametrize("path", ["/", "/multiple-myeloma/relapse/", "/search/", "/missing/"])
def test_public_pages_load_from_their_own_host_alone_and_run_nothing_inline(client, article, path):
    directives = policy(client.get(path))
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == directives["style-src"] == ["'self'"]
    assert directives["object-src"] == directives["base-uri"] == ["'none'"]
    assert directives["form-action"] == directives["frame-ancestors"] == ["'self'"]
    for sources in directives.values():
        assert set(sources) <= {"'none'", "'self'", "data:"}


def test_public_pages_hold_nothing_that_the_policy_forbids(client, article):
    html = client.get("/multiple-myeloma/relapse/").content.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", html)
    scripts = re.findall(r"<script[^>]*>", html)
    assert all("src=" in tag or "application/ld+json" in tag for tag in scripts)


def test_the_admin_may_run_inline_script_but_calls_no_other_host(staff_client):
    directives = policy(staff_client.get("/admin/"))
    assert directives["script-src"] == directives["style-src"] == ["'self'", "'unsafe-inline'"]
    for sources in directives.values():
        assert not any("//" in source or source == "*" for source in sources)


def test_the_admin_shows_a_picture_that_is_about_to_be_uploaded(staff_client):
    assert "blob:" in policy(staff_client.get("/admin/images/multiple/add/"))["img-src"]


def test_pages_can_not_be_framed_by_others(client, article):
    assert client.get("/multiple-myeloma/relapse/")["X-Frame-Options"] == "DENY"


def test_the_editor_may_frame_its_own_preview(staff_client, article):
    response = staff_client.get(f"/admin/pages/{article.pk}/edit/preview/?in_preview_panel=true")
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(response)["frame-ancestors"] == ["'self'"]


def test_pages_say_what_a_browser_must_not_guess_or_pass_on(client, article):
    response = client.get("/multiple-myeloma/relapse/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
