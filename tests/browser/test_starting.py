"""What ``static/admin/start.js`` starts, started also where a page comes slowly: its parts may be cut anywhere."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from portal.admin.starting import start

BEFORE = """<!doctype html><title>Slow</title>
<script>window.started = []; window.initDateChooser = (...values) => started.push(values);
window.InlinePanel = class { addForm() {} };</script><script>%s</script>
<body><p>One field, and another:</p>%s"""
pytestmark = pytest.mark.browser


@pytest.fixture
def cut():
    """``cut(body, at)``: the address of a page whose ``body`` comes up to ``at`` first, and what lets the rest come."""
    script = Path(finders.find("admin/start.js")).read_text(encoding="utf-8")
    rest, servers = threading.Event(), []

    def served(body, at):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802 - so named by http.server
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write((BEFORE % (script, body[:at])).encode())
                rest.wait(20)
                self.wfile.write(body[at:].encode())

            def log_message(self, *args):
                pass

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/", rest

    yield served
    rest.set()
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("part", ["<script", ">", '{"start"', "with", "</scr", "<p>after"])
def test_element_is_started_though_the_page_is_cut_within_it(chromium, cut, part):
    body = f"{start('initDateChooser', 'id_date', {'format': 'Y'})}<p>after</p>"
    address, rest = cut(body, body.index(part) + len(part))
    page, complaints = chromium.new_page(), []
    page.on("pageerror", lambda error: complaints.append(error.stack))
    page.goto(address, wait_until="commit")
    page.get_by_text("One field, and another:").wait_for()
    page.wait_for_timeout(100)
    rest.set()
    page.wait_for_load_state()
    assert page.evaluate("started") == [["id_date", {"format": "Y"}]]
    assert complaints == []
    page.close()
