"""A small data set beside the demonstration, once for all tests of this folder."""

import pytest
from django.core.management import call_command

from demo.dataset.scene import Sizes
from tests.demonstration import loaded_demonstration

SIZES = Sizes(articles=12, comments=60, contacts=20, decisions=23)


@pytest.fixture(scope="package")
def demo_site(django_db_setup, django_db_blocker):
    """The demonstration with the data set. What a test changes is undone after it."""
    with loaded_demonstration(django_db_blocker):
        arguments = [f"--{name}={value}" for name, value in vars(SIZES).items()]
        call_command("make_dataset", *arguments, verbosity=0)
        yield
