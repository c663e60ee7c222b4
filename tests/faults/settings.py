"""A worker of tests: real processes, a real database, a mail server that a test runs, and little patience."""

import os

from portal.settings.demo import *  # noqa: F403
from portal.settings.demo import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.apps.FaultsConfig"]
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "portal.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = "127.0.0.1", int(os.environ["MAIL_PORT"]), 0.5
