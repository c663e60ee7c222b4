"""nginx in front of a bucket: readers get what is public from the portal, and the store learns nothing of them."""

import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings

from portal.environment import PROJECT_DIR
from portal.response_headers import POLICY
from tests import fronting
from tests.portal.bucket.store import BUCKET, running_store

VALID = 1  # seconds, in place of some minutes
OVER = VALID + 1.2  # nginx counts whole seconds


@pytest.fixture
def store():
    with running_store() as store:
        store.files = {"public/images/hands.jpg": b"hands", "originals/original_images/hands.jpg": b"larger hands"}
        yield store


class Portal(BaseHTTPRequestHandler):
    """It has no page at all."""

    def do_GET(self):  # noqa: N802 - so named by http.server
        self.send_response(404)
        self.send_header("Content-Length", "12")
        self.end_headers()
        self.wfile.write(b"not with us\n")

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def portal():
    with ThreadingHTTPServer(("127.0.0.1", 0), Portal) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.fixture
def front(store, portal, tmp_path, monkeypatch):
    """An nginx with the configuration that ships, and this in the place of its location of pictures."""
    folder = PROJECT_DIR / "deploy" / "nginx"
    location = (folder / "media-in-a-bucket.conf").read_text()
    location = location.replace("proxy_pass https://@STORE@", f"proxy_pass {store.address}")
    location = location.replace("@STORE@", "s3.example.org").replace("@BUCKET@", BUCKET)
    location, count = re.subn(r"(?<=proxy_cache_valid 200 )\w+", f"{VALID}s", location)
    assert count == 1
    site = (folder / "portal.conf").read_text()
    site, count = re.subn(r"^    location /media/ \{.*?^    \}", lambda _found: location, site, flags=re.M | re.S)
    assert count == 1
    whole = tmp_path / "portal.conf"
    whole.write_text(f"proxy_cache_path {tmp_path}/pictures keys_zone=pictures:1m;\n{site}")
    monkeypatch.setattr(fronting, "CONFIGURATION", whole)
    with fronting.running_nginx(tmp_path / "nginx", upstream=portal) as nginx:
        yield nginx


def ask(front, path, method="GET"):
    answer = front.get(path, method=method, Cookie="sessionid=secret", Referer="https://health.example.org/hiv/")
    return answer.status, answer.headers, answer.body


def test_readers_get_what_is_public_and_nothing_else(front, store):
    status, headers, body = ask(front, "/media/images/hands.jpg")
    assert (status, body) == (200, b"hands")
    assert headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in headers["content-security-policy"]
    for path in ("/media/images/feet.jpg", "/media/../originals/original_images/hands.jpg"):
        assert ask(front, path)[0] == 404
    assert ask(front, "/media/%2e%2e/originals/original_images/hands.jpg")[0] in {400, 404}
    assert ask(front, "/media/images/hands.jpg", method="DELETE")[0] == 404
    assert "public/images/hands.jpg" in store.files


def test_what_was_shown_once_is_shown_while_the_store_is_away(front, store):
    assert ask(front, "/media/images/hands.jpg")[0] == 200
    store.is_away = True
    assert ask(front, "/media/images/hands.jpg")[2] == b"hands"


def test_the_store_learns_nothing_of_readers(front, store):
    ask(front, "/media/images/hands.jpg")
    asked = {name.lower() for name in store.last_asked}
    assert "host" in asked
    assert not asked & {"cookie", "referer", "x-forwarded-for", "authorization", "user-agent"}


def test_a_picture_that_was_deleted_is_gone_after_some_minutes(front, store):
    assert ask(front, "/media/images/hands.jpg")[2] == b"hands"
    del store.files["public/images/hands.jpg"]
    time.sleep(OVER)
    assert ask(front, "/media/images/hands.jpg")[0] == 404


def test_the_store_is_asked_whether_it_changed(front, store):
    ask(front, "/media/images/hands.jpg")
    time.sleep(OVER)
    ask(front, "/media/images/hands.jpg")
    asked = {name.lower(): value for name, value in store.last_asked.items()}
    assert asked["if-none-match"] == '"of-no-matter"'


def test_pictures_are_answered_as_those_from_the_disk_whatever_the_store_says(front, store):
    store.says = {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Expires": "Thu, 01 Jan 2099 12:00:00 GMT",
        "Content-Security-Policy": "block-all-mixed-content",
        "X-Content-Type-Options": "nosniff",
        "Strict-Transport-Security": "max-age=1",
        "Set-Cookie": "of=the-store",
        "Vary": "Origin",
    }
    answer = front.get("/media/images/hands.jpg")
    found = [name for name, _value in answer.every_header]
    expected = {name: value for name, value in settings.RESPONSE_HEADERS.items() if name != "Server"} | {
        POLICY: settings.MEDIA_CONTENT_POLICY,
        "Strict-Transport-Security": "max-age=86400; includeSubDomains; preload",
        "Cache-Control": "public, max-age=86400",
    }
    for name, value in expected.items():
        assert found.count(name.lower()) == 1, name
        assert answer.headers[name.lower()] == value
    assert not {"set-cookie", "expires"} & set(found)
    del store.files["public/images/hands.jpg"]
    time.sleep(OVER)
    assert ask(front, "/media/images/hands.jpg")[0] == 404  # a year was not believed


def test_what_the_store_says_of_what_it_does_not_have_is_not_shown(front, store):
    assert ask(front, "/media/images/feet.jpg")[2] == b"not with us\n"
    store.is_away = True
    status, headers, _body = ask(front, "/media/images/arms.jpg")
    assert status == 502
    assert headers["x-content-type-options"] == "nosniff"
