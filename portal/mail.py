"""How mail leaves the portal: through a server with one address, ``smtp+tls://user:password@mail.example.org:587``, or
through a provider.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
PROVIDER_KEYS = {"mailgun": "MAILGUN_API_KEY", "postmark": "POSTMARK_SERVER_TOKEN"}  # anymail's names
TIMEOUT = 10  # seconds; a mail server that hangs must not hang what waits for it


class MailServer(NamedTuple):
    """Where mail is handed in. ``smtp+tls`` begins TLS on a plain connection (RFC 3207), ``smtps`` at once."""

    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False


def mail_server(url: str) -> MailServer:
    """The server that ``url`` names; this machine's if it is empty. Raises ``ValueError`` for anything else."""
    if not url:
        return MailServer()
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError("not the address of a mail server")
    return MailServer(
        parts.hostname,
        parts.port or PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp+tls",
        is_tls=parts.scheme == "smtps",
    )


def sender(hosts: Iterable[str]) -> str:
    """The address that mail comes from, at the first of the portal's ``hosts`` that is a name."""
    names = (host.lstrip(".") for host in hosts)
    return f"portal@{next((name for name in names if name[:1].isalpha()), 'localhost')}"


def provider_settings(provider: str, *, key: str, url: str, signing_key: str, webhook_secret: str) -> dict[str, Any]:
    """anymail's settings. The provider counts neither openings nor clicks (DESIGN.md, E1: no tracker, no pixel)."""
    name = provider.upper()
    values: dict[str, Any] = {
        PROVIDER_KEYS[provider]: key,
        "WEBHOOK_SECRET": webhook_secret,
        "SEND_DEFAULTS": {"track_opens": False, "track_clicks": False},
    }
    if url:
        values[f"{name}_API_URL"] = url
    if signing_key:
        values[f"{name}_WEBHOOK_SIGNING_KEY"] = signing_key
    return values
