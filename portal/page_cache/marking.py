"""How a view says that its answer may be kept whole, and what it is made of.

Kept under hosts that are known alone: those that ``ALLOWED_HOSTS`` names in full, and those of communities. Under a
pattern (``.example.org``, ``*``), and with ports that nobody serves on, anybody could make up a million of them.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site

NAME = "portal.page_cache"  # in the WSGI environment, where whoever stands before Django finds it


@dataclass
class Mark:
    """What is known of an answer. ``reads``: names of parameters that the page looks at; all others are noise.

    ``origin``: scheme and host of the community, where caches in front are told when this address changes.
    ``is_made_up``: values were asked for that lead to nothing of their own; there are a million of those.
    """

    may_be_kept: bool = False
    tags: set[str] = field(default_factory=set)
    reads: frozenset[str] = frozenset()
    origin: str = ""
    is_made_up: bool = False


def mark_of(request: HttpRequest) -> Mark:
    """The mark of the answer to ``request``, which whoever has a part in it adds to."""
    return request.META.setdefault(NAME, Mark())


def depends_on(request: HttpRequest, *tags: str) -> None:
    """The answer holds what ``tags`` name: ``page:3``, ``conversation:4``. Without it, it may show what is gone."""
    mark_of(request).tags.update(tags)


def may_keep(request: HttpRequest, *, reads: frozenset[str] = frozenset(), is_purged: bool = False) -> None:
    """The answer is the same for everybody who is not signed in, and may be kept. ``is_purged``: this address is purged
    from caches in front when the page changes.
    """
    mark, site = mark_of(request), Site.find_for_request(request)
    mark.may_be_kept, mark.reads = is_known(request, site), mark.reads | reads
    if is_purged and site is not None:
        mark.origin = site.root_url


def shows(request: HttpRequest, **values: object) -> None:
    """The part of a list that the answer shows, as the parameters that lead to it: ``shows(request, page=2)``. Whoever
    asked for another one gets this answer, and it is kept under its own address alone.
    """
    for name, value in values.items():
        if name in request.GET and request.GET.getlist(name) != [str(value)]:
            mark_of(request).is_made_up = True


def is_known(request: HttpRequest, site: Site | None) -> bool:
    """Whether the host that ``request`` names is one that the operator named."""
    host = request.META.get("HTTP_HOST", "").lower()
    if host == urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc:
        return True
    name, port = split_domain_port(host)
    names = {allowed for allowed in settings.ALLOWED_HOSTS if not allowed.startswith((".", "*"))}
    ports = {"", "80", "443", str(request.META.get("SERVER_PORT", ""))}
    if site is not None:
        names, ports = names | {site.hostname}, ports | {str(site.port)}
    return name in names and port in ports and not host.partition(":")[0].endswith(".")
