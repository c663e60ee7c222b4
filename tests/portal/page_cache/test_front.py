"""The nginx that ships, before kept pages: it holds them for the rest of a second, and for as long as the portal is
away. Nothing that is somebody's own, and nothing that was taken down.
"""

import contextlib
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.fronting import HOST, free_port, running_nginx
from tests.portal.page_cache.answering import Portal, served

pytestmark = pytest.mark.any_database

PAGE = "/topic/article/"


class Front:
    """nginx, the portal behind it, and the switch between them."""

    def __init__(self, nginx, portal, port):
        self.nginx, self.portal, self._port = nginx, portal, port
        self._running = contextlib.ExitStack()

    def begin(self):
        """Has the portal answer."""
        self._running.enter_context(served(self.portal, self._port))

    def stop(self):
        """Has it away."""
        self._running.close()

    def text(self, path=PAGE, **headers):
        """What a page says."""
        return self.nginx.get(path, **headers).body.decode().strip()

    @property
    def count(self):
        """How many requests reached the portal."""
        return len(self.portal.asked)


@pytest.fixture
def front(tmp_path, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    portal, port = Portal(tmp_path), free_port()
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "away.html").write_text("Back in a moment.")
    with running_nginx(tmp_path / "nginx", upstream=port, static=tmp_path / "static") as nginx:
        front = Front(nginx, portal, port)
        portal.has(PAGE, "The first words.")
        front.begin()
        yield front
        front.stop()


def begin_of_a_second():
    """Waits for one, so that what follows is within it."""
    time.sleep(1 - time.time() % 1 + 0.01)


def within_a_second(act):
    """What ``act`` returned when all of it fell within one second: on a busy machine it may take another try."""
    for _try in range(10):
        begin_of_a_second()
        second = int(time.time())
        outcome = act()
        if int(time.time()) == second:
            return outcome
    raise AssertionError("It did not end within a second in ten tries.")


def next_second():
    """Waits until nothing that nginx holds is valid any more."""
    time.sleep(1.05)


def test_a_page_is_held_for_the_rest_of_the_second(front):
    front.text()

    def ask():
        before = front.count
        assert {front.text() for _again in range(5)} == {"The first words."}
        return front.count - before

    assert within_a_second(ask) == 1
    assert front.portal.made[PAGE] == 1


def test_what_changed_is_gone_within_a_second(front):
    begin_of_a_second()
    assert front.text() == "The first words."
    front.portal.has(PAGE, "Other words.")
    changed = asked = time.monotonic()
    while front.text() != "Other words.":
        assert asked - changed < 1
        time.sleep(0.01)
        asked = time.monotonic()


def test_readers_are_served_while_the_portal_is_away(front):
    front.text()
    front.stop()
    next_second()
    assert front.text() == "The first words."
    away = front.nginx.get("/never-asked-for/")
    assert (away.status, away.body, away.headers["retry-after"]) == (502, b"Back in a moment.", "60")
    front.portal.has(PAGE, "Other words.")
    front.begin()
    assert front.text() == "Other words."


def test_a_page_that_fails_is_shown_as_it_was(front):
    front.text()
    front.portal.has(PAGE, "It failed.", status="500 Internal Server Error")
    next_second()
    assert front.text() == "The first words."


def test_the_maintenance_page_is_shown_though_nginx_has_the_page(front):
    front.text()
    front.portal.has(PAGE, "Back soon.", status="503 Service Unavailable", headers=[("Cache-Control", "no-store")])
    next_second()
    assert front.text() == "Back soon."


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "302 Found"])
def test_what_was_taken_down_does_not_come_back_when_the_portal_is_away(front, status):
    front.text()
    front.portal.has(PAGE, "It is not here.", status=status)
    next_second()
    assert front.text() == "It is not here."
    front.stop()
    next_second()
    assert front.text() == "It is not here."


def test_another_way_to_write_an_address_does_not_take_its_place(front):
    front.text()
    front.portal.pages["/topic//article/"] = "404 Not Found", [], "Nothing."
    assert front.text("/topic//article/") == "Nothing."
    assert front.text() == "The first words."


def test_staff_are_answered_by_the_portal_and_nobody_else_sees_it(front):
    front.text()
    for headers in ({"Cookie": "a=b; sessionid=abc"}, {"Cookie": "__Host-sessionid=abc"}):
        assert front.text(**headers) == "For staff: The first words."
        answer = front.nginx.get(PAGE, **headers)
        assert "private" in answer.headers["cache-control"]
        assert front.text() == "The first words."
    before = front.count
    front.nginx.get(PAGE, Authorization="Basic abc")
    assert front.count == before + 1


def test_an_answer_with_a_cookie_is_for_one_reader_alone(front):
    front.portal.has("/form/", "A form.", headers=[("Set-Cookie", "csrftoken=abc")])
    begin_of_a_second()
    before = front.count
    assert front.nginx.get("/form/").headers["set-cookie"] == "csrftoken=abc"
    assert front.nginx.get("/form/").headers["set-cookie"] == "csrftoken=abc"
    assert front.count == before + 2


def test_what_is_posted_reaches_the_portal_each_time(front):
    before = front.count
    for _again in range(2):
        front.nginx.get(PAGE, method="POST", body=b"a=b")
    assert [each["REQUEST_METHOD"] for each in front.portal.asked[before:]] == ["POST", "POST"]


def test_whoever_has_it_gets_304_and_head_has_the_headers_of_the_page(front):
    page = front.nginx.get(PAGE, Accept_Encoding="gzip")
    again = front.nginx.get(PAGE, Accept_Encoding="gzip", If_None_Match=page.headers["etag"])
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", page.headers["etag"])
    head = front.nginx.get(PAGE, method="HEAD", Accept_Encoding="gzip")
    assert head.body == b""
    volatile = {"date": "", "connection": ""}
    assert head.headers | volatile == page.headers | volatile


def test_each_coding_is_held_once_however_it_is_asked_for(front):
    codings = {
        "gzip, deflate, br": "br",
        "br": "br",
        "gzip": "gzip",
        "gzip;q=0.5, br;q=0": "gzip",
        "": None,
        "identity": None,
        "br;q=0.0": None,
    }

    def ask():
        before = front.count
        for asked, coding in codings.items():
            assert front.nginx.get(PAGE, Accept_Encoding=asked).headers.get("content-encoding") == coding
        return front.count - before

    assert within_a_second(ask) == 3


def test_noise_in_the_query_leads_to_the_same_page(front):
    front.text()

    def ask():
        before = front.count
        for query in ("", "?utm_source=x&utm_medium=y", "?fbclid=1", "?UTM_SOURCE=x", "?gclid"):
            assert front.text(PAGE + query) == "The first words."
        return front.count - before

    assert within_a_second(ask) == 1
    before = front.count
    front.text(f"{PAGE}?page=2&utm_source=x")
    assert front.count == before + 1


def test_what_a_client_says_of_itself_does_not_reach_the_portal(front):
    claims = {
        "X_Kept_In_Front": "somebody",
        "X_Forwarded_For": "192.0.2.1",
        "X_Forwarded_Host": "evil.example",
        "X_Forwarded_Proto": "http",
        "Forwarded": "host=evil.example",
    }
    answer = front.nginx.get("/asked-for/", **claims)
    asked = front.portal.asked[-1]
    assert asked["HTTP_X_KEPT_IN_FRONT"] == "nginx"
    assert asked["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert asked["HTTP_X_FORWARDED_PROTO"] == "https"
    assert asked["HTTP_HOST"] == HOST
    assert not {"HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED"} & asked.keys()
    assert "x-accel-expires" not in answer.headers
    assert answer.headers["server"] == "nginx"


def test_a_hundred_at_once_are_one_request_for_a_page_that_is_not_there_yet(front):
    front.portal.has("/slow/", "At last.")
    front.portal.takes = 0.1
    before, ready = front.count, threading.Barrier(20)

    def ask(_number):
        ready.wait()
        return front.text("/slow/")

    begin_of_a_second()
    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(ask, range(20))) == {"At last."}
    assert front.portal.made["/slow/"] == 1
    assert front.count == before + 1


def test_what_is_for_operators_is_not_for_the_public(front):
    for path in ("/metrics", "/metrics/", "/readyz"):
        assert front.nginx.get(path).status == 404
    assert not [each for each in front.portal.asked if each["PATH_INFO"] != PAGE]


def test_plain_http_leads_to_https_and_other_hosts_lead_nowhere(front):
    answer = front.nginx.get(f"{PAGE}?a=b", plain=True)
    assert (answer.status, answer.headers["location"]) == (301, f"https://{HOST}{PAGE}?a=b")
    with pytest.raises(OSError, match=r"."):
        front.nginx.get(plain=True, Host="other.example.org")


def test_static_files_come_from_the_disk_with_far_future(front, tmp_path):
    (tmp_path / "static" / "site.0123456789ab.css").write_text("a { color: red }")
    subprocess.run(["gzip", "-k", tmp_path / "static" / "site.0123456789ab.css"], check=True)
    before = front.count
    styles = front.nginx.get("/static/site.0123456789ab.css", Accept_Encoding="gzip")
    assert styles.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert styles.headers["content-encoding"] == "gzip"
    assert styles.headers["content-type"] == "text/css"
    assert styles.headers["x-content-type-options"] == "nosniff"
    assert "immutable" not in front.nginx.get("/static/away.html").headers["cache-control"]
    assert front.count == before


def test_the_log_holds_no_address_and_nothing_that_a_link_opens(front):
    for path in ("/confirm/secret-token/", "/es/my-data/secret-token/", "/search/?q=secret-illness", "/u/secret-token"):
        front.nginx.get(path)
    time.sleep(1.2)  # the log is written once a second
    assert "secret" not in front.nginx.log
    assert "127.0.0.1" not in front.nginx.log
    assert "/confirm/..." in front.nginx.log
