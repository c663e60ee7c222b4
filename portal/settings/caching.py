"""What is kept where: kept pages, Django's cache, and the caches in front that are purged (docs/caching.md)."""

from portal.environment import environment

ENV = environment()

PAGE_CACHE_BYTES = ENV.page_cache_megabytes * 1024 * 1024
MADE_PAGES_BYTES = 32 * 1024 * 1024  # of pages that are shown again while what they are made of reads the same
REDIS_URL = ENV.redis_url

# Nothing here needs to stay: while the server is away, nothing is found in it.
CACHES = {
    "default": {"BACKEND": "portal.cache_backend.SharedCache", "LOCATION": REDIS_URL, "KEY_PREFIX": "portal"}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# The worker asks these (portal/purging/). Wagtail's own app is not installed: it would purge before what changed is
# committed, and forgets what it could not purge.
WAGTAILFRONTENDCACHE: dict[str, dict[str, str]] = {}
if ENV.front_cache_url:
    WAGTAILFRONTENDCACHE["http"] = {"BACKEND": "portal.purging.backends.HTTPCache", "LOCATION": ENV.front_cache_url}
if ENV.cloudflare_zone:
    WAGTAILFRONTENDCACHE["cloudflare"] = {
        "BACKEND": "portal.purging.backends.Cloudflare",
        "ZONEID": ENV.cloudflare_zone,
        "BEARER_TOKEN": ENV.cloudflare_token,
    }
if ENV.cloudfront_distribution:
    WAGTAILFRONTENDCACHE["cloudfront"] = {
        "BACKEND": "portal.purging.backends.CloudFront",
        "DISTRIBUTION_ID": ENV.cloudfront_distribution,
    }
FRONT_CACHE_SECONDS = ENV.front_cache_seconds if WAGTAILFRONTENDCACHE else 0  # told to none that would not be purged
