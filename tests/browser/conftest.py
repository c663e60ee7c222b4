"""A real browser. Every test in this folder fails when a page logs to the console, throws or calls another host."""

import contextlib
import os
import threading
from urllib.parse import urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, connections
from playwright.sync_api import Browser, Page, sync_playwright

from tests.tools_needed import chromium as chromium_path

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]


@contextlib.contextmanager
def one_connection_for_each_thread():
    """Playwright keeps an event loop in this thread. While one runs, Django would give the thread other connections to
    the database, and take any query for a mistake.
    """
    found = connections._connections
    plain = threading.local()

    def move(source, target):
        for alias in connections:
            if hasattr(source, alias):
                setattr(target, alias, getattr(source, alias))

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        move(found, plain)
        connections._connections = plain
        try:
            yield
        finally:
            connections._connections = found
            move(plain, found)


@pytest.fixture(autouse=True)
def one_request_at_a_time(monkeypatch):
    """On SQLite the test's server threads share one connection, which can't serve two requests at once: where a portal
    has a connection for each, one waits. On PostgreSQL they have connections of their own.
    """
    alone, serve = threading.Lock(), WSGIHandler.__call__
    if connection.vendor != "sqlite":
        return alone

    def served(self, environ, start_response):
        with alone:
            return serve(self, environ, start_response)

    monkeypatch.setattr(WSGIHandler, "__call__", served)
    return alone


@pytest.fixture(scope="package")
def started_chromium(django_db_setup):
    """Debian's Chromium, started once for all tests of this folder that follow each other. Skips the test where it is
    missing; in CI the test fails.
    """
    on_screen = bool(os.environ.get("HEADED"))
    path = chromium_path(on_screen=on_screen)
    with one_connection_for_each_thread(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, headless=not on_screen)
        yield browser
        browser.close()


@pytest.fixture
def chromium(started_chromium: Browser, one_request_at_a_time: threading.Lock):
    """The browser. Windows that a test leaves open are closed after it, and what they asked for last is answered."""
    yield started_chromium
    for context in started_chromium.contexts:
        context.close()
    with one_request_at_a_time:
        pass


class Window:
    """One tab of the browser, and what went wrong in it."""

    def __init__(self, page: Page):
        self.page = page
        self.complaints: list[str] = []
        self._expected: set[str] = set()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", self._see_request)
        page.on("response", self._see_response)

    def open(self, path: str, *, status: int = 200) -> Page:
        """Opens an address of the portal, which must answer with ``status``."""
        if status >= 400:
            self._expected.add(path)
        response = self.page.goto(path)
        assert response is not None
        assert response.status == status, f"{path} answered {response.status}"
        return self.page

    def _hear(self, message):
        path = urlsplit(message.location.get("url", "")).path
        if not (path in self._expected and message.text.startswith("Failed to load resource")):
            self.complaints.append(f"console {message.type}: {message.text}")

    def _see_request(self, request):
        host = urlsplit(request.url).hostname
        local = host is None or host == "127.0.0.1" or host == "localhost" or host.endswith(".localhost")
        if not local:
            self.complaints.append(f"asked another host: {request.url}")

    def _see_response(self, response):
        if response.status >= 400 and urlsplit(response.url).path not in self._expected:
            self.complaints.append(f"{response.url} answered {response.status}")


@pytest.fixture
def open_window(chromium: Browser, served):
    """Opens windows: ``open_window(PHONE, script=False)``. All of them must have stayed silent in the end."""
    with contextlib.ExitStack() as contexts:
        windows = []

        def new(size=DESKTOP, *, script=True, scheme="light", base_url=served.url, **options) -> Window:
            context = chromium.new_context(
                base_url=base_url, viewport=size, java_script_enabled=script, color_scheme=scheme, **options
            )
            contexts.callback(context.close)
            windows.append(Window(context.new_page()))
            return windows[-1]

        yield new
        assert [complaint for window in windows for complaint in window.complaints] == []
