"""Nobody is told of what the demonstration does while it is loaded: no mail, no line for every page in the log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


@contextmanager
def quietly() -> Iterator[None]:
    """Keeps mail and the log's small talk back meanwhile."""
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
        settings.EMAIL_BACKEND = backend
