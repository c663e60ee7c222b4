"""The loaded demonstration, once for all tests of this folder."""

import pytest

from tests.demonstration import loaded_demonstration


@pytest.fixture(scope="package")
def demo_site(django_db_setup, django_db_blocker):
    """As the fixture of the same name elsewhere, but shared by all modules of this folder."""
    with loaded_demonstration(django_db_blocker, with_pictures=True):
        yield
