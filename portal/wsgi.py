"""The WSGI entry point of the portal. A database that must not be used as it is ends the start with a sentence."""

import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from portal.environment import choose_settings

choose_settings()

application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - settings are chosen now

from consent.keys.checking import demand_keys  # noqa: E402 - models must be loaded first
from portal.access_log import AccessLog  # noqa: E402
from portal.ledger.checks import demand_protection  # noqa: E402
from portal.page_cache.serving import PageCache  # noqa: E402

try:
    demand_protection()
    demand_keys()
except ImproperlyConfigured as refusal:
    sys.exit(str(refusal))

application = PageCache(
    application,
    most=settings.PAGE_CACHE_BYTES,
    session_cookie=settings.SESSION_COOKIE_NAME,
    maintenance=settings.MAINTENANCE_FILE,
)
if settings.ACCESS_LOG:
    application = AccessLog(application)
