"""Which community answers a request, with its settings: one query, before anything else asks.

The choice is Wagtail's (``wagtail.models.sites.get_site_for_hostname``), which asks for the site and then for the
settings, and makes the SQL of both anew each time.
"""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site
from wagtail.models.sites import MATCH_DEFAULT, MATCH_HOSTNAME, MATCH_HOSTNAME_DEFAULT, MATCH_HOSTNAME_PORT

from portal.models import CommunitySettings
from portal.prepared import prepared

_WHERE_SETTINGS_ARE = CommunitySettings.get_cache_attr_name()


def find_community(request: HttpRequest) -> None:
    """Leaves on ``request``, where Wagtail looks first, the site that answers and its settings."""
    port = request.get_port()
    if hasattr(request, "_wagtail_site") or not port.isdigit():
        return  # Wagtail knows what to make of it
    hostname = split_domain_port(request._get_raw_host())[0]
    request._wagtail_site = site = _chosen(_sites(hostname, int(port)))
    settings = getattr(site, "communitysettings", None)
    if settings is not None:
        settings._request = request
        setattr(request, _WHERE_SETTINGS_ARE, settings)


@prepared
def _sites(hostname: str, port: int) -> QuerySet:
    match = Case(
        When(hostname=hostname, port=port, then=Value(MATCH_HOSTNAME_PORT)),
        When(hostname=hostname, is_default_site=True, then=Value(MATCH_HOSTNAME_DEFAULT)),
        When(is_default_site=True, then=Value(MATCH_DEFAULT)),
        default=Value(MATCH_HOSTNAME),
        output_field=IntegerField(),
    )
    found = Site.objects.annotate(match=match).filter(Q(hostname=hostname) | Q(is_default_site=True))
    return found.order_by("match").select_related("root_page__locale", "communitysettings")


def _chosen(sites: list[Site]) -> Site | None:
    if not sites:
        return None
    best = sites[0]
    if len(sites) == 1 or best.match in (MATCH_HOSTNAME_PORT, MATCH_HOSTNAME_DEFAULT):
        return best
    # The default, unless exactly one other has the name.
    return sites[len(sites) == 2] if best.match == MATCH_DEFAULT else None  # noqa: PLR2004
