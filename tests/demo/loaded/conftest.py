"""The loaded demonstration, once for all tests of this folder."""

import pytest
from django.test import Client

from tests.demo.loaded.pages import every_page
from tests.demonstration import loaded_demonstration


@pytest.fixture(scope="package")
def demo_site(django_db_setup, django_db_blocker):
    """As the fixture of the same name elsewhere, but shared by all modules of this folder, and with every picture made
    in all its sizes.
    """
    with loaded_demonstration(django_db_blocker):
        for _page, path, host in every_page():
            Client().get(path, **host)
        yield
