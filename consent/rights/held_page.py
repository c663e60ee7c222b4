"""The page that shows whatever is held, in words, with a token to go on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consent.rights.holding import held_on
from consent.rules.opening import Opened


def held_page(
    request: HttpRequest, opened: Opened, *, done: str = "", failed: str = "", status: int = 200
) -> HttpResponse:
    """``done``: what was just carried out, in a sentence; ``failed``: that it was not."""
    contacts = opened.contacts
    return render(
        request,
        "consent/rights/held.html",
        {
            "address": opened.address,
            "session": opened.session,
            "sections": held_on(opened.address),
            "is_known": bool(contacts),
            "may_be_stopped": any(contact.consents.given().exists() for contact in contacts),
            "done": done,
            "failed": failed,
        },
        status=status,
    )
