"""What a browser may load: strict on public pages, without inline script also in the admin."""

import re

import pytest

from portal.models import User

PUBLIC = ["/", "/multiple-myeloma/relapse/", "/search/", "/missing/", "/sign-up/", "/robots.txt"]


def policy(response):
    """The response's Content-Security-Policy: directive -> its sources."""
    directives = (part.split() for part in response["Content-Security-Policy"].split(";") if part.strip())
    return {name: sources for name, *sources in directives}


@pytest.fixture
def staff_client(client, community):
    client.force_login(User.objects.create_superuser("ada", password="not-used"))
    return client


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_load_from_their_own_host_alone_without_exception(client, article, path):
    directives = policy(client.get(path))
    assert directives["default-src"] == ["'none'"]
    for sources in directives.values():
        assert sources in (["'none'"], ["'self'"])
    assert directives["base-uri"] == directives["frame-ancestors"] == ["'none'"]
    assert directives["script-src"] == directives["style-src"] == directives["form-action"] == ["'self'"]


def test_public_pages_hold_nothing_that_the_policy_forbids(client, article):
    html = client.get("/multiple-myeloma/relapse/").content.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", html)
    scripts = re.findall(r"<script[^>]*>", html)
    assert all("src=" in tag or "application/ld+json" in tag for tag in scripts)


def test_the_admin_runs_no_inline_script_and_calls_no_other_host(staff_client):
    directives = policy(staff_client.get("/admin/"))
    assert directives["script-src"] == ["'self'"]
    assert [name for name, sources in directives.items() if "'unsafe-inline'" in sources] == ["style-src"]
    for sources in directives.values():
        assert not any("//" in source or source == "*" or "eval" in source for source in sources)


@pytest.mark.parametrize("path", ["/admin/pages/{article}/edit/", "/admin/pages/{topic}/edit/", "/admin/images/add/"])
def test_the_admin_s_forms_hold_no_inline_script(staff_client, article, topic, path):
    html = staff_client.get(path.format(article=article.pk, topic=topic.pk)).content.decode()
    inline = [tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag]
    assert inline
    assert all('type="application/json"' in tag for tag in inline)
    assert not re.search(r"<[^>]+\son(click|load|change|submit)=", html)


def test_the_admin_shows_a_picture_that_is_about_to_be_uploaded(staff_client):
    assert "blob:" in policy(staff_client.get("/admin/images/multiple/add/"))["img-src"]


def test_pages_can_not_be_framed_by_others(client, article):
    assert client.get("/multiple-myeloma/relapse/")["X-Frame-Options"] == "DENY"


def test_the_editor_may_frame_its_own_preview(staff_client, article):
    response = staff_client.get(f"/admin/pages/{article.pk}/edit/preview/?in_preview_panel=true")
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(response)["frame-ancestors"] == ["'self'"]
