"""The loaded demonstration, once for all tests of this folder."""

import pytest
from django.test import Client
from django.test.client import ClientHandler

from portal.content_types import readable
from tests.demonstration import loaded_demonstration
from tests.hostile.crawling import HOST


@pytest.fixture(scope="package")
def demo_site(django_db_setup, django_db_blocker):
    """With every picture made. What a test changes is undone after it."""
    with loaded_demonstration(django_db_blocker, with_pictures=True):
        yield


class _AsServed(ClientHandler):
    """Django behind what stands before it where it is served."""

    def __call__(self, environ):
        return super().__call__(readable(environ))


@pytest.fixture
def stranger():
    """A client that shows errors of the server as what they are."""
    client = Client(raise_request_exception=False, headers={"host": HOST})
    client.handler = _AsServed()
    return client
