"""Error pages are in the site's own dress, and say what to do next."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.views.defaults import permission_denied

from portal.environment import PROJECT_DIR

ASK_WITHOUT_DATABASE = """
import django; django.setup()
from django.test import Client
response = Client(raise_request_exception=False, headers={"host": "127.0.0.1"}).get("/")
print(response.status_code, response.content.decode())
"""


def test_a_missing_page_says_so_and_offers_search(client, community):
    response = client.get("/no-such-page/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "Blood Cancer Community" in html
    assert html.count("<h1") == 1
    assert 'role="search"' in html
    assert "no-such-page" not in html.split("<main")[1].split("</main>")[0]


def test_a_refused_page_is_in_the_site_s_dress(rf, community):
    response = permission_denied(rf.get("/"), PermissionDenied("the reason stays inside"))
    assert response.status_code == 403
    assert response.content.count(b"<h1") == 1
    assert b"the reason stays inside" not in response.content


@pytest.mark.parametrize("path", ["/", "/search/?q=x", "/multiple-myeloma/relapse/", "/sitemap.xml", "/no-such-page/"])
def test_readers_get_the_error_page_when_the_database_is_gone(client, community, no_database, path):
    client.raise_request_exception = False
    response = client.get(path)
    assert response.status_code == 503
    assert response.content.count(b"<h1") == 1
    assert b"10.1.2.3" not in response.content
    assert b"Traceback" not in response.content
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_real_database_that_does_not_answer_gives_the_error_page(tmp_path):
    environment = {
        **os.environ,
        "DEMO": "true",
        "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOP",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": "postgresql://portal@127.0.0.1:1/portal",
        "DATABASE_POOL_SIZE": "0",
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
    }
    (tmp_path / "static").mkdir()
    gathered = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(gathered, cwd=PROJECT_DIR, env=environment, check=True, capture_output=True)
    asked = subprocess.run(
        [sys.executable, "-c", ASK_WITHOUT_DATABASE], cwd=PROJECT_DIR, env=environment, capture_output=True, text=True
    )
    assert asked.stdout.startswith("503 ")
    assert "<h1" in asked.stdout


def test_the_error_page_can_be_made_without_a_request_that_was_understood(client, community):
    from django.views.defaults import server_error

    assert b"<h1" in server_error(HttpRequest()).content
