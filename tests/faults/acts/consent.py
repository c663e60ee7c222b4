"""What readers send about their consent and their data."""

from consent.addresses import parse_address
from consent.models import ConsentEntry, Contact, OutgoingMail, Request, Token
from consent.rules.asking import ask
from consent.versions.offers import ACCESS, offer_of
from tests.consenting import a_contact, a_request, an_offer
from tests.faults.acts.act import Act
from tests.faults.browsing import Browser
from tests.faults.world import World

Kind = Request.Kind


def _mails(request_kind: str, address: str) -> int:
    """How many requests there are with exactly one mail and one entry of the ledger each; raises for any other."""
    found = list(Request.objects.of(parse_address(address)).filter(kind=request_kind))
    for request in found:
        assert OutgoingMail.objects.filter(request=request).count() == 1
        asked = ConsentEntry.objects.filter(request_id=str(request.pk), action=ConsentEntry.Action.REQUESTED)
        assert asked.count() == 1
    return len(found)


def _entries(subject: str, action: str) -> int:
    return ConsentEntry.objects.filter(subject=subject, action=action).count()


def sign_up(world: World, browser: Browser) -> Act:
    address, offer = world.address(), an_offer(world.site)
    fields = {"email": address, "purpose": list(offer.boxes), "offered": " ".join(offer.boxes), "seen": offer.digest}
    # Sent twice, it is asked for twice: nobody is looked up (DESIGN.md, C4). Confirming both is one consent.
    return Act(browser, "/sign-up/", fields, lambda: _mails(Kind.SIGN_UP, address), most=9)


def confirm(world: World, browser: Browser) -> Act:
    address = world.address()
    token = Token.issue(Token.Kind.CONFIRM, request=a_request(world.site, address))

    def happened() -> int:
        contact = Contact.objects.of(parse_address(address)).first()
        if contact is None:
            return 0
        assert contact.consents.count() == 1
        return _entries(contact.subject, ConsentEntry.Action.CONFIRMED)

    return Act(browser, f"/confirm/{token}/", {"act": "confirm"}, happened)


def withdraw(world: World, browser: Browser) -> Act:
    contact = a_contact(world.site, world.address())
    token = Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=contact.consents.get().purpose)
    happened = lambda: _entries(contact.subject, ConsentEntry.Action.WITHDRAWN)  # noqa: E731
    return Act(browser, f"/u/{token}/", {"List-Unsubscribe": "One-Click"}, happened, good=(200,))


def ask_for_data(world: World, browser: Browser) -> Act:
    address, offer = world.address(), offer_of(world.site, "en", notice=ACCESS)
    fields = {"email": address, "purpose": list(offer.boxes), "seen": offer.digest}
    return Act(browser, "/my-data/", fields, lambda: _mails(Kind.ACCESS, address), most=9)


def _session(world: World, browser: Browser, address: str) -> str:
    """The session that a mailed link opens."""
    offer = offer_of(world.site, "en", notice=ACCESS)
    request = ask(
        site=world.site,
        address=parse_address(address),
        offer=offer,
        chosen=offer.boxes,
        seen=offer.digest,
        kind=Kind.ACCESS,
    )
    opened = browser.post(f"/my-data/{Token.issue(Token.Kind.ACCESS, request=request)}/", {})
    return opened.soup.select_one("input[name=session]")["value"]


def take_along(world: World, browser: Browser) -> Act:
    address = world.address()
    a_contact(world.site, address)
    fields = {"session": _session(world, browser, address), "format": "json"}
    return Act(browser, "/my-data/file/", fields, lambda: 1, good=(200,))


def erase(world: World, browser: Browser) -> Act:
    address = world.address()
    subject = a_contact(world.site, address).subject
    fields = lambda: {"session": _session(world, browser, address), "sure": "1"}  # noqa: E731
    # A session is used up by the form that it came with: whoever got no answer opens another.
    happened = lambda: _entries(subject, ConsentEntry.Action.ERASED)  # noqa: E731
    return Act(browser, "/my-data/erase/", fields(), happened, most=2, again=fields)


def change_address(world: World, browser: Browser) -> Act:
    contact, new = a_contact(world.site, world.address()), world.address()
    offer = offer_of(world.site, "en", notice=ACCESS)
    request = ask(
        site=world.site,
        address=parse_address(new),
        offer=offer,
        chosen=offer.boxes,
        seen=offer.digest,
        kind=Kind.CORRECTION,
        corrects=contact,
    )
    token = Token.issue(Token.Kind.CORRECT, request=request)

    def happened() -> int:
        there = Contact.objects.of(parse_address(new)).count()
        assert there + Contact.objects.of(parse_address(str(contact.address))).count() == 1
        return there

    return Act(browser, f"/my-data/new-address/{token}/", {"sure": "1"}, happened, good=(200,))
