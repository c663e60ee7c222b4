import pytest

from tests.consenting import an_offer


@pytest.fixture
def offer(community):
    """What the box at ``/sign-up/`` shows: two newsletters."""
    return an_offer(community, "lymphoma-news", "myeloma-news")
