"""The caches in front that the portal can purge: Wagtail's backends, made to say when they failed.

Wagtail's log an error and go on; what they could not purge would be shown until it ends by itself.
"""

import json
from collections.abc import Sequence
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from uuid import uuid4

from wagtail.contrib.frontend_cache.backends import CloudflareBackend, CloudfrontBackend, HTTPBackend

PATIENCE = 5  # seconds
CLOUDFLARE = "https://api.cloudflare.com/client/v4/zones/{}/purge_cache"
_UNKNOWN = frozenset({404, 410})  # it held nothing under that address


class PurgeError(Exception):
    """A cache in front did not take it."""


class HTTPCache(HTTPBackend):
    """Any cache that takes ``PURGE``, Varnish for example. Knows no way to say "everything"."""

    purges_everything = False

    def purge(self, url: str) -> None:
        """Purges one address. Raises ``PurgeError``."""
        path = "/" + url.partition("://")[2].partition("/")[2]
        request = Request(  # noqa: S310 - the operator's address
            f"{self.cache_scheme}://{self.cache_netloc}{path}",
            headers={"Host": url.partition("://")[2].partition("/")[0]},
            method="PURGE",
        )
        _send(request)


class Cloudflare(CloudflareBackend):
    """A zone at Cloudflare (https://developers.cloudflare.com/api/resources/cache/methods/purge/)."""

    purges_everything = True
    endpoint = CLOUDFLARE

    def _purge_urls(self, urls: Sequence[str]) -> None:
        self._post({"files": list(urls)})

    def purge_everything(self) -> None:
        """Purges the zone. Raises ``PurgeError``."""
        self._post({"purge_everything": True})

    def _post(self, told: dict) -> None:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.cloudflare_token}"}
        address = self.endpoint.format(self.cloudflare_zoneid)
        answered = _send(Request(address, json.dumps(told).encode(), headers, method="POST"))  # noqa: S310
        try:
            was_taken = json.loads(answered)["success"] is True
        except (ValueError, KeyError, TypeError):
            was_taken = False
        if not was_taken:
            raise PurgeError("Cloudflare refused")


class CloudFront(CloudfrontBackend):
    """A distribution at CloudFront. Its credentials are found as boto3 finds them."""

    purges_everything = True

    def purge_everything(self) -> None:
        """Invalidates all paths. Raises ``PurgeError``."""
        self._create_invalidation(self.cloudfront_distribution_id, ["/*"])

    def _create_invalidation(self, distribution_id: str, paths: Sequence[str]) -> None:
        batch = {"Paths": {"Quantity": len(paths), "Items": list(paths)}, "CallerReference": str(uuid4())}
        try:
            self.client.create_invalidation(DistributionId=distribution_id, InvalidationBatch=batch)
        except Exception as error:  # noqa: BLE001 - botocore has no base class of all its errors
            raise PurgeError(type(error).__name__) from None


def _send(request: Request) -> bytes:
    try:
        with urlopen(request, timeout=PATIENCE) as response:  # noqa: S310 - the operator's address
            return response.read()
    except HTTPError as error:
        if error.code in _UNKNOWN and request.get_method() == "PURGE":
            return b""
        raise PurgeError(f"status {error.code}") from None
    except OSError as error:
        raise PurgeError(type(error).__name__) from None
