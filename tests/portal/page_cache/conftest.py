"""The portal behind its kept pages, as a server calls it."""

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import RequestFactory

from portal.content_types import Readable
from portal.page_cache.serving import PageCache

ARTICLE = "/multiple-myeloma/relapse/"


class Front:
    """The portal behind its kept pages, as a server calls it. Looks for changes before each request."""

    def __init__(self, maintenance):
        self.made = 0
        django = get_wsgi_application()

        def application(environ, start_response):
            self.made += 1
            return django(environ, start_response)

        self.cache = PageCache(
            application, most=10_000_000, session_cookie="sessionid", maintenance=maintenance, trusts_proxy=True
        )
        self.served = Readable(self.cache)
        self.cache.following.begin = lambda: None  # a thread would see another database than the test

    def get(self, path=ARTICLE, *, method="GET", look=True, **headers):
        if look:
            self.cache.following.look()
        environ = RequestFactory().generic(method, path).environ
        environ |= {"HTTP_HOST": "testserver"} | headers
        told = {}

        def start_response(status, headers, exc_info=None):
            told.update(status=int(status[:3]), headers={name.lower(): value for name, value in headers})

        body = self.served(environ, start_response)
        told["body"] = b"".join(body)
        return told


@pytest.fixture
def front(article, tmp_path, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    signals = (request_started, request_finished)  # which would close the connection of the test
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield Front(tmp_path / "maintenance")
    for signal in signals:
        signal.connect(close_old_connections)
