"""The loaded demonstration, once for all tests of this folder."""

import pytest

from tests.demonstration import loaded_demonstration


@pytest.fixture(scope="package")
def demo_site(django_db_setup, django_db_blocker):
    """With every picture made. What a test changes is undone after it."""
    with loaded_demonstration(django_db_blocker, with_pictures=True):
        yield
