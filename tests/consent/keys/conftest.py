"""Keys as an operator makes them, and the ring that holds them."""

import base64
import hashlib

import pytest


def a_key(name):
    """The key of this name, the same in each run."""
    return base64.urlsafe_b64encode(hashlib.sha256(name.encode()).digest()).decode().rstrip("=")


@pytest.fixture
def use_keys(settings):
    """``use_keys("new", "old")``: puts these keys into the ring, newest first."""

    def put(*names):
        settings.CONSENT_KEYS = [a_key(name) for name in names]

    return put
