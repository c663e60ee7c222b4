"""Test mode: demonstration mode with fast hashing, plain static files and files in a folder of its own."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DEMO", "true")
os.environ["SECRET_KEY"] = "for-tests-only-" + "x" * 50
os.environ["CONSENT_KEYS"] = "Zm9yLXRlc3RzLW9ubHktMDEyMzQ1Njc4OWFiY2RlZmc"

from portal.settings.demo import *  # noqa: E402, F403
from portal.settings.demo import DATABASES, INSTALLED_APPS, STORAGES  # noqa: E402

ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter", "zeal"]
PREPARED_QUERIES_CHECKED = True
MADE_PAGES_BYTES = 0  # tests of it switch it on
ERASURE_JOURNAL = Path(tempfile.mkdtemp(prefix="portal-test-journal-")) / "erasures.jsonl"
MEDIA_ROOT = tempfile.mkdtemp(prefix="portal-test-media-")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WAGTAILIMAGES_FEATURE_DETECTION_ENABLED = False
if "pool" in DATABASES["default"].get("OPTIONS", {}):  # tests of fifty at once run on busy machines
    DATABASES["default"]["OPTIONS"]["pool"]["timeout"] = 60
