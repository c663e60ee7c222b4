"""nginx in front of a bucket: readers get what is public from the portal, and the store learns nothing of them."""

import http.client
import os
import re
import socket
import subprocess
import time

import pytest

from portal.environment import PROJECT_DIR
from tests.portal.bucket.store import BUCKET, running_store
from tests.tools_needed import nginx

PATIENCE = 20  # seconds
CONFIGURATION = """
{user}
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    proxy_cache_path {folder}/pictures keys_zone=pictures:1m;
    server {{ listen 127.0.0.1:{port}; {location} }}
}}
"""


@pytest.fixture
def store():
    with running_store() as store:
        store.files = {"public/images/hands.jpg": b"hands", "originals/original_images/hands.jpg": b"larger hands"}
        yield store


@pytest.fixture
def front(store, tmp_path):
    """The port of an nginx with the configuration that ships."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    location = (PROJECT_DIR / "deploy" / "nginx" / "media-in-a-bucket.conf").read_text()
    location = re.sub(r"proxy_pass https://@STORE@", f"proxy_pass {store.address}", location)
    location = location.replace("@STORE@", "s3.example.org").replace("@BUCKET@", BUCKET)
    file = tmp_path / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""  # who else may not read pytest's folder
    file.write_text(CONFIGURATION.format(user=user, folder=tmp_path, port=port, location=location))
    process = subprocess.Popen([nginx(), "-p", tmp_path, "-e", tmp_path / "error.log", "-c", file])
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def wait_for(port):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not answer.")


def ask(port, path, method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(
        method, path, headers={"Cookie": "sessionid=secret", "Referer": "https://health.example.org/hiv/"}
    )
    response = connection.getresponse()
    answer = response.status, response.headers, response.read()
    connection.close()
    return answer


def test_readers_get_what_is_public_and_nothing_else(front, store):
    status, headers, body = ask(front, "/media/images/hands.jpg")
    assert (status, body) == (200, b"hands")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]
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
