"""The clock: tokens, leases and due dates rest on it. It is held against the database's and the portal's own address,
and never against a host elsewhere.
"""

import http.client
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from portal.doctor.examination import Finding, Wish, examines, fine, note, problem, warning

AREA = "Clock"
LATE, WRONG = 5, 60  # seconds
PATIENCE = 3  # seconds
MEND = "Let systemd-timesyncd or chrony set the clocks of all machines."


@examines("database clock", AREA, needs_database=True)
def it_agrees_with_the_database(_wish: Wish) -> Iterator[Finding]:
    """Where the database is on another machine."""
    if connection.vendor != "postgresql":
        yield fine("The database runs by the same clock.")
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        yield judge(cursor.fetchone()[0], now=datetime.now(UTC), whose="the database's")


@examines("web clock", AREA)
def it_agrees_with_the_address(_wish: Wish) -> Iterator[Finding]:
    """The Date of an answer at BASE_URL (RFC 9110, section 6.6.1): the proxy's clock."""
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    try:
        told = _date_at(parts.scheme, parts.netloc)
    except (OSError, ValueError, http.client.HTTPException) as error:
        yield note(f"{parts.netloc or 'BASE_URL'} was not asked for the time ({type(error).__name__}).")
        return
    yield judge(told, now=datetime.now(UTC), whose=f"that of {parts.netloc}")


def judge(told: datetime, *, now: datetime, whose: str) -> Finding:
    """What the difference between two clocks means."""
    apart = abs((now - told).total_seconds())
    if apart >= WRONG:
        return problem(f"This machine's clock and {whose} are {apart:.0f} seconds apart.", MEND)
    if apart >= LATE:
        return warning(f"This machine's clock and {whose} are {apart:.0f} seconds apart.", MEND)
    return fine(f"This machine's clock agrees with {whose}.")


def _date_at(scheme: str, place: str) -> datetime:
    asking: http.client.HTTPConnection
    if scheme == "https":
        asking = http.client.HTTPSConnection(place, timeout=PATIENCE, context=ssl.create_default_context())
    else:
        asking = http.client.HTTPConnection(place, timeout=PATIENCE)
    try:
        asking.request("HEAD", "/healthz")
        date = asking.getresponse().getheader("Date")
    finally:
        asking.close()
    if not date:
        raise ValueError("no Date")
    return parsedate_to_datetime(date)
