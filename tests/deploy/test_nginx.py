"""nginx as it ships, held against the portal: what it answers by itself is as well protected, it takes what the portal
takes, and its log holds no token.
"""

import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings
from django.urls import URLResolver, get_resolver

from portal.response_headers import POLICY, strict_transport_security
from tests.fronting import CONFIGURATION, free_port, running_nginx

pytestmark = pytest.mark.any_database

TOKEN = "Ab3dEf6hIj9kLm2nOp5qRs8t"  # noqa: S105 - opens nothing
TOKENS = {"uidb64": "MTI", "token": TOKEN}
OWN = {name: value for name, value in settings.RESPONSE_HEADERS.items() if name != "Server"}
HSTS = "Strict-Transport-Security"


class Behind(BaseHTTPRequestHandler):
    """A portal that sends all headers, each with a value of its own, and takes any body."""

    def do_GET(self):  # noqa: N802 - so named by http.server
        length = int(self.headers.get("Content-Length") or 0)
        while length > 0:
            length -= len(self.rfile.read(min(length, 65536)))
        self.send_response(200)
        for name in (*OWN, POLICY, HSTS):
            self.send_header(name, "the-portal-says")
        self.send_header("X-Accel-Expires", "60")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815 - so named by http.server

    def log_message(self, *_said):
        """Says nothing."""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """What nginx serves from the disk."""
    folder = tmp_path_factory.mktemp("files")
    for name in ("static/site.0123456789ab.css", "static/away.html", "media/hands.jpg"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("what it shows")
    return {"static": folder / "static", "media": folder / "media"}


@pytest.fixture(scope="module")
def front(files, tmp_path_factory):
    """nginx before such a portal."""
    port = free_port()
    with ThreadingHTTPServer(("127.0.0.1", port), Behind) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            with running_nginx(tmp_path_factory.mktemp("nginx"), upstream=port, **files) as nginx:
                yield nginx
        finally:
            server.shutdown()
            thread.join()


def values(answer, name):
    return [value for key, value in answer.every_header if key == name.lower()]


def expect_protected(answer, *, policy=settings.STATIC_CONTENT_POLICY, hsts=True):
    for name, value in OWN.items():
        assert values(answer, name) == [value], name
    assert values(answer, POLICY) == [policy]
    assert values(answer, HSTS) == (["max-age=86400; includeSubDomains; preload"] if hsts else [])


def test_files_are_as_protected_as_pages(front):
    styles = front.get("/static/site.0123456789ab.css")
    assert styles.status == 200
    expect_protected(styles)
    unchanged = front.get("/static/site.0123456789ab.css", If_None_Match=styles.headers["etag"])
    assert unchanged.status == 304
    expect_protected(unchanged)
    picture = front.get("/media/hands.jpg")
    assert picture.status == 200
    expect_protected(picture, policy=settings.MEDIA_CONTENT_POLICY)
    assert values(picture, "Cache-Control") == ["public, max-age=86400"]


def test_refusals_of_nginx_are_as_protected_as_pages(front):
    for path, status in (("/static/no-such.0123456789ab.css", 404), ("/readyz", 404), ("/metrics", 404)):
        answer = front.get(path)
        assert answer.status == status
        expect_protected(answer)
        assert values(answer, "Cache-Control") == []
    expect_protected(front.get("/media/no-such.jpg"), policy=settings.MEDIA_CONTENT_POLICY)
    expect_protected(front.get("/static/site.0123456789ab.css", method="POST"))
    too_large = front.get("/", method="POST", Content_Length="999999999")
    assert too_large.status == 413
    expect_protected(too_large)
    expect_protected(front.get("/", plain=True), hsts=False)


def test_the_portals_own_headers_come_through_once(front):
    for path in ("/", "/", "/admin/"):  # the second one is kept by nginx
        answer = front.get(path)
        for name in (*OWN, POLICY, HSTS):
            assert values(answer, name) == ["the-portal-says"], name
        assert values(answer, "Retry-After") == values(answer, "Cache-Control") == []


def test_the_value_of_hsts_is_the_portals(settings):
    settings.SECURE_HSTS_SECONDS = 86400
    assert strict_transport_security() == "max-age=86400; includeSubDomains; preload"


def test_nginx_takes_what_the_portal_takes(front):
    """So that whoever sends too much is told so in words: by the portal, not by nginx."""
    public, staff = (
        int(number) * {"k": 1024, "m": 1024**2}[unit]
        for number, unit in re.findall(r"client_max_body_size (\d+)([km]);", CONFIGURATION.read_text())
    )
    assert settings.LARGEST_PUBLIC_POST < public < settings.LARGEST_PUBLIC_POST * 1.05
    assert settings.LARGEST_STAFF_POST < staff < settings.LARGEST_STAFF_POST * 1.05
    assert front.get("/", method="POST", body=b"x" * (settings.LARGEST_PUBLIC_POST + 1)).status == 200
    assert front.get("/admin/", method="POST", body=b"x" * (public + 1)).status == 200


def addresses_with_a_token(resolver=None, prefix="/"):
    """Every address of the portal that takes a token, with one filled in."""
    for each in (resolver or get_resolver()).url_patterns:
        path = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses_with_a_token(each, path)
        elif "token" in each.pattern.regex.groupindex:
            yield re.sub(r"<(?:\w+:)?(\w+)>", lambda found: TOKENS[found[1]], path)


def logged(nginx, paths):
    """What the log shows of each path."""
    for path in paths:
        nginx.get(path)
    last = f"/last-{time.monotonic_ns()}/"
    nginx.get(last)
    deadline = time.monotonic() + 10
    while last not in nginx.log and time.monotonic() < deadline:
        time.sleep(0.1)  # it is written once a second
    return [line.split()[2] for line in nginx.log.splitlines()][-len(paths) - 1 : -1]


def test_no_token_of_any_address_gets_into_the_log(front):
    plain = sorted(addresses_with_a_token())
    assert {f"/admin/password_reset/confirm/MTI/{TOKEN}/", f"/u/{TOKEN}", f"/confirm/{TOKEN}/"} <= set(plain)
    paths = plain + [f"/{code}{path}" for code, _name in settings.LANGUAGES for path in plain]
    shown = logged(front, paths)
    assert [path for path in shown if TOKEN in path] == []
    assert "/admin/password_reset/confirm/..." in shown


@pytest.mark.parametrize("pattern", sorted({re.sub(TOKEN, "short", path) for path in addresses_with_a_token()}))
def test_each_address_with_a_token_is_named_whatever_the_token_is_like(front, pattern):
    [shown] = logged(front, [pattern])
    assert shown.endswith("/...")
    assert "short" not in shown


def test_a_token_in_an_address_that_is_written_otherwise_is_masked_and_a_name_of_a_page_is_not(front):
    hidden = [f"//confirm/{TOKEN}/", f"/%63onfirm/{TOKEN}/", f"/CONFIRM/{TOKEN}", f"/x/bq4t5a-{'0f' * 16}/"]
    named = [
        "/living-with-chronic-lymphocytic-leukaemia/",
        "/admin/pages/12/edit/",
        "/es/%C3%BAlcera-de-est%C3%B3mago-y-duodeno/",
        "/conversation/12/join/",
        "/theme/0123456789abcdef0123456789abcdef.css",
    ]
    assert all(path.endswith("/...") for path in logged(front, hidden))
    assert logged(front, named) == named


def test_the_portal_masks_in_its_own_log_what_nginx_masks():
    from portal.log_scrubbing import TOKEN_MASK, scrub  # noqa: PLC0415

    for path in addresses_with_a_token():
        assert scrub(f"GET {path} 200") == f"GET {path.replace(TOKEN, TOKEN_MASK)} 200"


def test_nothing_but_the_list_adds_headers():
    """A location with an ``add_header`` of its own loses those of its server."""
    text = re.sub(r"#.*", "", CONFIGURATION.read_text())
    for location in re.findall(r"^    location [^{]*\{.*?^    \}", text, re.MULTILINE | re.DOTALL):
        assert "add_header" not in location


def test_what_is_shown_while_the_portal_is_away_is_protected_and_not_kept(files, tmp_path):
    with running_nginx(tmp_path, upstream=free_port(), **files) as nginx:
        answer = nginx.get("/")
    assert answer.status == 502
    assert answer.body == b"what it shows"
    expect_protected(answer)
    assert values(answer, "Cache-Control") == ["no-store"]
    assert values(answer, "Retry-After") == ["60"]
