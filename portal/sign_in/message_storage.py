"""Messages to staff between two pages: Django's own storage, in a cookie with a name that binds it to the host."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class HostCookieStorage(CookieStorage):
    """The cookie."""

    cookie_name = settings.MESSAGES_COOKIE_NAME


class MessageStorage(FallbackStorage):
    """The cookie, or the session where there is too much for one."""

    storage_classes = (HostCookieStorage, SessionStorage)
