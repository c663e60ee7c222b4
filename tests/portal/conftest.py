"""What goes wrong around the portal."""

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper


@pytest.fixture
def no_database():
    """Every question to the database fails. Ask for it last, so that it is back before other fixtures tidy up."""

    def gone(self, *args, **kwargs):
        raise OperationalError("connection to server at 10.1.2.3 failed: password of user portal")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseWrapper, "cursor", gone)
        yield
