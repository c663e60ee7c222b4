"""How a browser goes through the pages on a person's rights."""

import re

from consent.addresses import parse_address
from consent.models import OutgoingMail, Request, Token
from consent.rules.asking import ask
from consent.versions.offers import ACCESS, offer_of
from tests.consenting import ANNA, an_offer

SESSION = re.compile(r'name="session" value="([\w-]+)"')


def access_offer(site):
    """The notice beside the box, published if it is not yet."""
    an_offer(site)
    return offer_of(site, "en", notice=ACCESS)


def send(client, path, **values):
    """A form of ours, sent."""
    return client.post(path, values, headers={"Sec-Fetch-Site": "same-origin"})


def ask_for(client, site, address=ANNA, **other):
    """The form on ``/my-data/``, filled in and sent."""
    offer = access_offer(site)
    return send(client, "/my-data/", **{"email": address, "purpose": "access", "seen": offer.digest} | other)


def an_access_request(site, address=ANNA) -> Request:
    """Somebody asked what is held."""
    offer = access_offer(site)
    asked = {"chosen": offer.boxes, "seen": offer.digest, "kind": Request.Kind.ACCESS}
    return ask(site=site, address=parse_address(address), offer=offer, **asked)


def an_access_link(site, address=ANNA) -> str:
    """The path of the link that came by mail."""
    token = Token.issue(Token.Kind.ACCESS, request=an_access_request(site, address))
    return f"/my-data/{token}/"


def a_correction_link(site, contact, to) -> str:
    """The text of the link that came by mail to the new address of somebody."""
    offer = access_offer(site)
    asked = {"chosen": offer.boxes, "seen": offer.digest, "kind": Request.Kind.CORRECTION}
    request = ask(site=site, address=parse_address(to), offer=offer, corrects=contact, **asked)
    return Token.issue(Token.Kind.CORRECT, request=request)


def opened(client, site, address=ANNA):
    """The page that the link's button opens, and its session."""
    response = send(client, an_access_link(site, address))
    assert response.status_code == 200
    return response, session_of(response)


def session_of(response) -> str:
    """The token in the page's hidden fields: one and the same in all of them."""
    found = set(SESSION.findall(response.content.decode()))
    assert len(found) == 1
    return found.pop()


def mail_of(kind) -> OutgoingMail:
    """The newest queued mail of a kind."""
    return OutgoingMail.objects.filter(kind=kind).latest("created_at")
