"""Many presses of a button at one moment, each with a connection of its own."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.test import Client
from wagtail.models import Page, Site

from consent.models import ConsentEntry, Contact, Request, Suppression, Token
from tests.consenting import a_request

PRESSES = 6  # fewer than there are connections in a pool
ROUNDS = 3


def race() -> list[str]:
    """What went wrong, a line each."""
    defaults = {"hostname": "testserver", "root_page": Page.objects.filter(depth=2).first()}
    site, _made = Site.objects.update_or_create(is_default_site=True, defaults=defaults)
    wrong = []
    for number in range(ROUNDS):
        for acts in (["confirm"] * PRESSES, ["refuse"] * PRESSES, ["confirm", "refuse"] * (PRESSES // 2)):
            address = f"anna-{number}-{len(set(acts))}-{acts[0]}@example.org"
            before = ConsentEntry.objects.count()
            statuses = _press(site, address, acts)
            entries = list(ConsentEntry.objects.order_by("number").values_list("action", flat=True))[before:]
            if set(statuses) - {303, 410}:
                wrong.append(f"{acts[:2]}: answered {statuses}")
            if sorted(entries[:2]) != ["requested", "terms"] or len(entries) != 3:
                wrong.append(f"{acts[:2]}: entered {entries}")
    confirmed = ConsentEntry.objects.filter(action="confirmed").count()
    refused = ConsentEntry.objects.filter(action="not-me").count()
    found = (Contact.objects.count(), Suppression.objects.count(), Request.objects.count())
    if found != (confirmed, refused, 0):
        wrong.append(f"{confirmed} confirmed and {refused} refused left {found}")
    return wrong


def _press(site, address: str, acts: list[str]) -> list[int]:
    path = f"/confirm/{Token.issue(Token.Kind.CONFIRM, request=a_request(site, address))}/"
    together = threading.Barrier(len(acts))

    def press(act: str) -> int:
        client = Client(headers={"Sec-Fetch-Site": "same-origin"}, raise_request_exception=False)
        try:
            connection.ensure_connection()
            together.wait(timeout=60)
            return client.post(path, {"act": act}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(press, acts))
