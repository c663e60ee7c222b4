"""Demonstration mode: the secure base, on plain HTTP, with demo content and accounts."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import ALLOWED_HOSTS, ENV, INSTALLED_APPS, WAGTAILADMIN_BASE_URL

DEMO = True
INSTALLED_APPS = ["demo", *INSTALLED_APPS]
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "127.0.0.1", "[::1]", "localhost", ".localhost"]
WAGTAILADMIN_BASE_URL = WAGTAILADMIN_BASE_URL or f"http://127.0.0.1:{ENV.port}"

if not (ENV.email_url or ENV.mail_provider):  # there is rarely a mail server where a demonstration runs
    EMAIL_BACKEND = "demo.mailbox.backend.EmailBackend"
    EMAIL_FILE_PATH = ENV.data_dir / "mail"

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
# Browsers refuse the prefix __Host- on plain HTTP.
SESSION_COOKIE_NAME = "sessionid"
CSRF_COOKIE_NAME = "csrftoken"
KNOWN_DEVICE_COOKIE_NAME = "device"
MESSAGES_COOKIE_NAME = "messages"
CONVERSATION_COOKIE_NAME = "conversation"
