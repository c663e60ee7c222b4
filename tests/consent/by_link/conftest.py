"""Somebody who got a mail, and the browser that they open its link with."""

import pytest
from django.test import Client

FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def browser():
    """Sends forms as a browser does that has our page open. Django's token would be asked for, if anything did."""
    return Client(enforce_csrf_checks=True, headers=FROM_OUR_PAGE)
