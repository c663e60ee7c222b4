"""Settings: Django's and our own deployment checks, hosts, HTTPS, proxies, and files that hold secrets."""

import stat
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection
from django.http.request import validate_host
from wagtail.models import Site

from portal.doctor.examination import Finding, Wish, examines, fine, note, problem, warning
from portal.environment import PROJECT_DIR

AREA = "Settings"
SHORTEST_TOKEN = 32  # characters


@examines("deployment checks", AREA)
def deployment_checks_pass(_wish: Wish) -> Iterator[Finding]:
    """``manage.py check --deploy --database default``."""
    try:
        found = checks.run_checks(include_deployment_checks=True, databases=_databases())
    except DatabaseError:
        found = checks.run_checks(include_deployment_checks=True)
    found = [message for message in found if message.level >= checks.WARNING and not message.is_silenced()]
    for message in found:
        say = problem if message.level >= checks.ERROR else warning
        yield say(f"{message.msg} ({message.id})", message.hint or "See manage.py check --deploy.")
    if not found:
        yield fine("Django's and the portal's own deployment checks pass.")


@examines("modes", AREA)
def no_mode_of_developers_is_on(_wish: Wish) -> Iterator[Finding]:
    """Neither debugging nor demonstration."""
    if settings.DEBUG:
        yield problem("DEBUG is on: errors show settings and rows to readers.", "Leave DEBUG alone in settings.")
    if settings.DEMO:
        yield warning("This is a demonstration: its accounts have passwords that everybody knows.", "Set DEMO=false.")
    if not settings.DEBUG and not settings.DEMO:
        yield fine("Neither debugging nor demonstration mode is on.")


@examines("hosts", AREA)
def hosts_are_named(_wish: Wish) -> Iterator[Finding]:
    """The portal answers to its own names alone, and by HTTPS."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if "*" in settings.ALLOWED_HOSTS:
        yield problem("ALLOWED_HOSTS has a *: links may lead anywhere.", "Name the hosts.")
    if not validate_host(address.hostname or "", settings.ALLOWED_HOSTS):
        yield problem(f"The host of BASE_URL ({address.hostname}) is not in ALLOWED_HOSTS.", "Add it.")
    if address.scheme != "https":
        yield problem("BASE_URL is not https://: links in mail to staff are not encrypted.", "Write https://.")
    elif "*" not in settings.ALLOWED_HOSTS:
        yield fine(f"The portal answers to {', '.join(settings.ALLOWED_HOSTS)}.")


@examines("proxies", AREA)
def proxies_are_named(_wish: Wish) -> Iterator[Finding]:
    """Behind a proxy, limits must count readers and not the proxy."""
    is_behind = bool(getattr(settings, "SECURE_PROXY_SSL_HEADER", None))
    networks = list(settings.TRUSTED_PROXIES)
    if is_behind and not networks:
        yield problem(
            "TRUST_PROXY is on and TRUSTED_PROXIES is empty: limits take all readers for one.",
            "Name the proxy's network in TRUSTED_PROXIES, such as 127.0.0.1/32.",
        )
    elif any(network.endswith("/0") for network in networks):
        yield problem("TRUSTED_PROXIES trusts everybody, so anybody may claim any address.", "Name the proxy's own.")
    elif not is_behind and settings.SECURE_SSL_REDIRECT:
        yield note("TRUST_PROXY is off: right only where this server ends TLS itself.")
    else:
        yield fine("Proxies are named.")


@examines("secrets", AREA)
def secrets_are_kept(_wish: Wish) -> Iterator[Finding]:
    """The file of settings is its owner's alone, and tokens can't be guessed."""
    file = PROJECT_DIR / ".env"
    if file.exists() and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO) & ~stat.S_IRGRP:
        yield problem(f"Other accounts of this machine can read or change {file}, with all keys in it.",
                      f"Run chmod 600 {file}.")  # fmt: skip
    token = getattr(settings, "METRICS_TOKEN", "")
    if token and len(token) < SHORTEST_TOKEN:
        yield problem("METRICS_TOKEN is short enough to be guessed.", f"Take {SHORTEST_TOKEN} characters or more.")
    if token and token in (settings.SECRET_KEY, *settings.CONSENT_KEYS):
        yield problem("METRICS_TOKEN is one of the keys: whoever reads metrics has it.", "Make one of its own.")


@examines("communities", AREA, needs_database=True)
def communities_can_be_reached(_wish: Wish) -> Iterator[Finding]:
    """Each has a host that the portal answers to, and a home page that is live."""
    for site in Site.objects.select_related("root_page"):
        if not validate_host(site.hostname, settings.ALLOWED_HOSTS):
            yield problem(f"ALLOWED_HOSTS lacks {site.hostname}, the host of {site}.", "Add it, and restart.")
        elif not site.root_page.live:
            yield problem(f"The home page of {site} is not published.", "Publish it in the admin.")
        else:
            yield fine(f"{site} can be reached.")
    if not Site.objects.filter(is_default_site=True).exists():
        yield problem("No community is the default one.", "Choose one in the admin under Settings → Sites.")


def _databases() -> list[str]:
    connection.ensure_connection()
    return [connection.alias]
