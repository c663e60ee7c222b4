"""The WSGI entry point of the portal. A database that must not be used as it is ends the start with a sentence."""

import gc
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from portal.environment import choose_settings

choose_settings()

application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - settings are chosen now
from django.urls import get_resolver  # noqa: E402

from consent.keys.checking import demand_keys  # noqa: E402 - models must be loaded first
from portal.access_log import AccessLog  # noqa: E402
from portal.content_types import Readable  # noqa: E402
from portal.last_resort import LastResort  # noqa: E402
from portal.ledger.checks import demand_protection  # noqa: E402
from portal.page_cache.release import digest_of_release  # noqa: E402
from portal.page_cache.serving import PageCache  # noqa: E402
from portal.page_cache.sharing import Sharing  # noqa: E402
from portal.shared_memory import shared_memory  # noqa: E402

try:
    demand_protection()
    demand_keys()
except ImproperlyConfigured as refusal:
    sys.exit(str(refusal))

sharing = None
if settings.REDIS_URL:
    release = digest_of_release(
        settings.LANGUAGE_CODE, settings.TIME_ZONE, settings.WAGTAILADMIN_BASE_URL, str(settings.DEMO)
    )
    sharing = Sharing(shared_memory(settings.REDIS_URL), release=release, secret=settings.SECRET_KEY)

application = PageCache(
    application,
    most=settings.PAGE_CACHE_BYTES,
    session_cookie=settings.SESSION_COOKIE_NAME,
    maintenance=settings.MAINTENANCE_FILE,
    trusts_proxy=settings.SECURE_PROXY_SSL_HEADER is not None,
    purged=settings.FRONT_CACHE_SECONDS,
    sharing=sharing,
)
if settings.METRICS_TOKEN:
    from portal.metrics.counting import Counted

    application = Counted(application)
application = LastResort(Readable(application))
if settings.ACCESS_LOG:
    application = AccessLog(application)

# What stays for as long as the process does is loaded now, and left out of collecting garbage: to look through all of
# it takes a tenth of a second, again and again, for which some reader would wait.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
