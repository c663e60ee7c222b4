"""Processes of tests: real ones, a real database, a mail server that a test runs, and little patience."""

import os

from portal.settings.demo import *  # noqa: F403
from portal.settings.demo import INSTALLED_APPS, STORAGES

INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.apps.FaultsConfig"]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver", ".example.org"]  # named: under a pattern no page is kept
EMAIL_BACKEND = "portal.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ.get("MAIL_PORT", "1"))
EMAIL_TIMEOUT = float(os.environ.get("MAIL_TIMEOUT", "0.5"))
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # an upload meets the disk in the folder of media, and nowhere before
