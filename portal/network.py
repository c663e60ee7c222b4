"""Which network a request comes from, for limits. Never stored or logged as it is.

``X-Forwarded-For`` is written by whoever likes to: it is believed as far as proxies that the operator named
(``TRUSTED_PROXIES``) wrote it, from the right (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For).
One household has a whole IPv6 network of its own, hence its first 56 bits (RIPE-690, section 4.2).
"""

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

IPV6_PREFIX = 56  # bits
UNKNOWN = "unknown"
MOST_HOPS = 20  # nobody stands behind more proxies

IPAddress = IPv4Address | IPv6Address
IPNetwork = IPv4Network | IPv6Network


def network_of(request: HttpRequest) -> str:
    """The client's IPv4 address, the first 56 bits of its IPv6 address, or ``unknown``."""
    peer = _address(request.META.get("REMOTE_ADDR", ""))
    if peer is None:
        return UNKNOWN
    client = _client(peer, request.META.get("HTTP_X_FORWARDED_FOR", ""), _networks(tuple(settings.TRUSTED_PROXIES)))
    if isinstance(client, IPv4Address):
        return str(client)
    return str(ip_network((client, IPV6_PREFIX), strict=False))


@lru_cache(maxsize=256)
def _is_one_of(peer: str, proxies: tuple[str, ...]) -> bool:
    address = _address(peer)
    return address is not None and any(address in network for network in _networks(proxies))


def is_proxy(peer: str) -> bool:
    """Whether a proxy that the operator named stands at the other end of the connection, so that its own headers are
    believed.
    """
    return _is_one_of(peer, tuple(settings.TRUSTED_PROXIES))


def _client(peer: IPAddress, forwarded: str, proxies: Iterable[IPNetwork]) -> IPAddress:
    """The nearest address that is no trusted proxy. What can't be read ends the way: the hop before it counts."""
    found = peer
    for hop in forwarded.rsplit(",", MOST_HOPS)[::-1]:
        if not any(found in network for network in proxies):
            return found
        address = _address(hop)
        if address is None:
            return found
        found = address
    return found


def _address(text: str) -> IPAddress | None:
    """An address as proxies write it: with a port, in brackets, with a zone, an IPv4 address in an IPv6 one."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found


@lru_cache(maxsize=4)
def _networks(texts: tuple[str, ...]) -> tuple[IPNetwork, ...]:
    return tuple(ip_network(text, strict=False) for text in texts)
