"""The demonstration as ``make run`` serves it, with two more addresses beside which its own are measured."""

from portal.settings.demo import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
