"""Every answer protects whoever gets it, whatever it is, and says nothing of what serves it."""

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.portal.security.test_content_policy import policy

EXPECTED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ANSWERS = {
    "/": 200,
    "/multiple-myeloma/relapse/": 200,
    "/multiple-myeloma/relapse": 301,
    "/missing/": 404,
    "/sitemap.xml": 200,
    "/feed.xml": 200,
    "/healthz": 200,
    "/readyz": 200,
    "/admin/": 302,
    "/admin/login/": 200,
    "/consent/keys.json": 200,
    "/media/missing.png": 404,
    f"/media/{'a' * 300}": 404,
    f"/media/{'a/' * 3_000}a": 404,
    "/media/a%00.png": 404,
}


def demand_headers(headers):
    for name, value in EXPECTED.items():
        assert headers[name] == value, name
    assert "camera=()" in headers["Permissions-Policy"]
    assert "'unsafe-" not in headers["Content-Security-Policy"].replace("style-src 'self' 'unsafe-inline'", "")
    assert headers["Server"] == "portal", "neither a product nor a version"
    assert "X-Powered-By" not in headers


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_them(client, article, path):
    response = client.get(path)
    assert response.status_code == ANSWERS[path]
    demand_headers(response.headers)


def test_refusals_of_what_is_sent_carry_them_too(client, article):
    for response in (client.post("/"), client.post("/sign-up/"), client.post("/admin/login/")):
        demand_headers(response.headers)


def test_the_maintenance_page_carries_them(client, article, tmp_path, settings):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    settings.MAINTENANCE_FILE.touch()
    response = client.get("/")
    assert response.status_code == 503
    demand_headers(response.headers)


def test_an_error_carries_them(client, article, no_database):
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 503
    demand_headers(response.headers)


def test_https_is_insisted_on_for_a_year_once_it_was_used(client, article, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    assert client.get("/healthz", secure=True)["Strict-Transport-Security"] == (
        "max-age=31536000; includeSubDomains; preload"
    )
    assert "Strict-Transport-Security" not in client.get("/healthz")
    settings.SECURE_HSTS_SECONDS = 0
    assert "Strict-Transport-Security" not in client.get("/healthz", secure=True)


def test_an_uploaded_file_can_do_nothing_in_a_browser(client, community):
    name = default_storage.save("evil.svg", ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
    response = client.get(f"{settings.MEDIA_URL}{name}")
    assert "sandbox" in policy(response)
    assert policy(response)["default-src"] == ["'none'"]
    demand_headers(response.headers)


def test_a_passkey_is_asked_for_in_the_admin_alone(client, article):
    assert "publickey-credentials-get=(self)" in client.get("/admin/login/")["Permissions-Policy"]
    assert "publickey-credentials-get=()" in client.get("/")["Permissions-Policy"]


def test_the_served_portal_answers_with_them_whatever_it_answers(served):
    status, headers, html = served.fetch("/")
    stylesheet = html.decode().split('rel="stylesheet" href="')[1].split('"')[0]
    picture = html.decode().split('<img src="')[1].split('"')[0]
    answers = [
        (status, headers),
        *(served.fetch(path)[:2] for path in (stylesheet, picture, "/missing/", "/test-500/")),
    ]
    answers += [served.fetch("/", **{"If-None-Match": headers["ETag"]})[:2]]
    modified = answers[1][1]["Last-Modified"]
    answers += [served.fetch(stylesheet, **{"If-Modified-Since": modified})[:2]]
    assert [each[0] for each in answers] == [200, 200, 200, 404, 500, 304, 304]
    for _status, each in answers:
        for name, value in EXPECTED.items():
            assert each[name] == value, name
        assert each.get_all("Server") == ["portal"]
        assert each["Access-Control-Allow-Origin"] is None
    assert "sandbox" in answers[2][1]["Content-Security-Policy"]
