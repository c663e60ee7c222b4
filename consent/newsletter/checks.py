"""The header that stops a newsletter must stand in one line (RFC 8058; mail programs that read a folded one wrongly are
known). Its address begins with the community's host, so that a host may be too long for it.
"""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import connection
from django.utils.translation import gettext as _
from wagtail.models import Site

from consent.links import unsubscribe_link

LONGEST_LINE = 75  # characters: a little less than the 78 of RFC 5322, section 2.1.1, where programs fold
TOKEN = "x" * 16  # noqa: S105 - as long as a real one


def header_line(site: Site) -> str:
    """The header as it stands in the mail of a community, with a made-up link."""
    return f"List-Unsubscribe: <{unsubscribe_link(site=site, token=TOKEN)}>"


def has_short_enough_host(site: Site) -> bool:
    """Whether the header of a community stands in one line."""
    return len(header_line(site)) <= LONGEST_LINE


@checks.register(checks.Tags.database)
def hosts_are_short_enough(
    app_configs: Any, databases: Sequence[str] | None = None, **_kwargs: Any
) -> list[checks.CheckMessage]:
    """Warns of communities whose newsletters would carry a folded header. Asks when databases may be asked."""
    if not databases or Site._meta.db_table not in connection.introspection.table_names():
        return []
    sentence = _("The host %(host)s is %(many)d characters too long for the header that stops newsletters.")
    return [
        checks.Warning(
            sentence % {"host": site.hostname, "many": len(header_line(site)) - LONGEST_LINE},
            hint=_("Serve the community under a shorter name. Some mail programs show no button to stop otherwise."),
            id="consent.W101",
        )
        for site in Site.objects.all()
        if not has_short_enough_host(site)
    ]
