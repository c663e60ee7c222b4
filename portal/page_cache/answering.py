"""A kept page as an answer, and what caches in front are told of it.

Our nginx (deploy/nginx/) says that it asks. It may hold an answer until the end of the second in which the portal last
looked for changes: ``X-Accel-Expires: @N`` is valid while nginx's clock shows N or less
(https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_valid). What anybody else sends says nothing.

Other shared caches are told ``s-maxage`` where the portal purges them, for the one address that it purges: the
community's own host, without a query.
"""

import time
from collections.abc import Iterable, Mapping
from typing import Any

from portal.network import is_proxy
from portal.page_cache.entry import Entry, Headers
from portal.page_cache.negotiating import coding_for

NGINX = "nginx"  # in X-Kept-In-Front
_REPLACES = frozenset({"301", "302", "307", "308", "404", "410"})  # what comes where a page was


def is_in_front(environ: Mapping[str, Any]) -> bool:
    """Whether our nginx asks, which keeps what it gets."""
    return environ.get("HTTP_X_KEPT_IN_FRONT") == NGINX and is_proxy(environ.get("REMOTE_ADDR", ""))


def until() -> tuple[str, str]:
    """The header with which nginx holds an answer until this second ends. Taken before looking for changes."""
    return ("X-Accel-Expires", f"@{int(time.time())}")


def answer(
    entry: Entry, environ: Mapping[str, Any], *, expires: tuple[str, str] | None = None, purged: int = 0
) -> tuple[str, Headers, bytes]:
    """Status, headers and bytes: 304 to whoever has it already (RFC 9110, section 13.1.2), compressed where asked."""
    coding = coding_for(environ.get("HTTP_ACCEPT_ENCODING", "")) if len(entry.bodies) > 1 else ""
    has = environ.get("HTTP_IF_NONE_MATCH")
    is_unchanged = has is not None and has_it(has, entry.tag(coding))
    headers = [] if expires is None else [expires]  # first: nginx 1.22 takes the first word on keeping it
    headers += entry.unchanged[coding] if is_unchanged else entry.full[coding]
    if purged and is_purged(entry, environ):
        headers = [_shared(header, purged) for header in headers]
    if is_unchanged:
        return "304 Not Modified", headers, b""
    return "200 OK", headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else entry.bodies[coding]


def is_purged(entry: Entry, environ: Mapping[str, Any]) -> bool:
    """Whether the address asked for is the one that is purged when the page changes."""
    host = entry.origin.partition("://")[2]
    return not environ.get("QUERY_STRING") and bool(host) and environ.get("HTTP_HOST", "").lower() == host


def has_it(if_none_match: str, tag: str) -> bool:
    """Whether the client has the page in this coding. Compared weakly (RFC 9110, section 8.8.3.2)."""
    return if_none_match.strip() == "*" or tag in {each.strip().removeprefix("W/") for each in if_none_match.split(",")}


def replaces(status: str, headers: Headers) -> bool:
    """Whether nginx may put this answer where it has a page: so it forgets one that was taken down."""
    return status[:3] in _REPLACES and not is_personal(headers)


def is_personal(headers: Iterable[tuple[str, str]]) -> bool:
    """Whether an answer is somebody's own, or one of several, whatever its view said of it."""
    for name, value in headers:
        name, value = name.lower(), value.lower()
        if name == "set-cookie" or (name == "cache-control" and ("private" in value or "no-store" in value)):
            return True
        if name == "vary" and any(each.strip() not in ("", "accept-encoding") for each in value.split(",")):
            return True
    return False


def made_private(headers: Headers) -> Headers:
    """The headers of an answer to somebody who is signed in, which no shared cache may hold."""
    told = next((value for name, value in headers if name.lower() == "cache-control"), "")
    if "private" in told or "no-store" in told or "public" in told:
        return headers
    others = [header for header in headers if header[0].lower() != "cache-control"]
    return [*others, ("Cache-Control", f"{told}, private".lstrip(", "))]


def _shared(header: tuple[str, str], seconds: int) -> tuple[str, str]:
    if header[0] != "Cache-Control" or "no-cache" not in header[1]:
        return header
    return header[0], header[1].replace("no-cache", f"max-age=0, s-maxage={seconds}")
