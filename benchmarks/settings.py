"""The demonstration as ``make run`` serves it, with two more addresses beside which its own are measured."""

from portal.settings.demo import *  # noqa: F403
from portal.settings.demo import MIDDLEWARE as _MIDDLEWARE

ROOT_URLCONF = "benchmarks.urls"
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
# What is measured beside the portal's own addresses is not limited, and pays for no limit.
_LIMITS, _UNLIMITED = "consent.posting.middleware.PublicPostMiddleware", "benchmarks.unlimited.UnlimitedMiddleware"
MIDDLEWARE = [_UNLIMITED if each == _LIMITS else each for each in _MIDDLEWARE]
