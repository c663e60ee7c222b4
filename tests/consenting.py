"""What tests of consent begin with: published words, a purpose, somebody who asked, somebody who confirmed."""

from consent.addresses import parse_address
from consent.models import Contact, Purpose, PurposeWords, Request, TextVersion, Token
from consent.rules.asking import ask
from consent.rules.confirming import confirm
from consent.rules.limits import Limit, take
from consent.versions.digest import canonical_text
from consent.versions.offers import ACCESS, SIGN_UP, Offer, offer_of
from consent.versions.publishing import publish
from consent.versions.purposes import publish_purpose

Kind = TextVersion.Kind
WORDS = {
    (Kind.PRIVACY, ""): "How we look after what you tell us.",
    (Kind.TERMS, ""): "What you may expect of us.",
    (Kind.NOTICE, SIGN_UP): "We keep your address to send you what you ticked. Stop at any time.",
    (Kind.NOTICE, ACCESS): "We use your address once, to send you a link.",
}
ANNA = "anna@example.org"


def publish_words(site, kind, code="", *, words=None, language="en", is_material=True):
    """A version of a text; new words make a new one."""
    text = words or WORDS[kind, code]
    return publish(
        site=site,
        kind=kind,
        code=code,
        language=language,
        title=str(Kind(kind).label),
        text=canonical_text(text),
        content={"body": f"<p>{text}</p>"},
        is_material=is_material,
    )


def a_purpose(site, code="myeloma-news", *, label="New articles on multiple myeloma, up to twice a month", topic=None):
    """A newsletter that is offered, with its words published."""
    purpose = Purpose.objects.create(site=site, code=code, topic=topic)
    purpose.words = [PurposeWords(language="en", label=label)]
    purpose.save()
    publish_purpose(purpose)
    return purpose


def an_offer(site, *codes) -> Offer:
    """What a box shows; everything that it needs is published if it is not yet."""
    for kind, code in WORDS:
        if not TextVersion.objects.filter(site_id=site.pk, kind=kind, code=code).exists():
            publish_words(site, kind, code)
    for code in codes or ("myeloma-news",):
        if not Purpose.objects.filter(site=site, code=code).exists():
            a_purpose(site, code)
    found = offer_of(site, "en", codes=codes or ("myeloma-news",))
    assert found
    return found


def a_request(site, address=ANNA, *codes) -> Request:
    """Somebody ticked the boxes for ``codes`` and sent the form."""
    offer = an_offer(site, *codes)
    return ask(site=site, address=parse_address(address), offer=offer, chosen=offer.boxes, seen=offer.digest)


def a_contact(site, address=ANNA, *codes) -> Contact:
    """Somebody who asked and confirmed."""
    request = a_request(site, address, *codes)
    outcome = confirm(Token.issue(Token.Kind.CONFIRM, request=request))
    assert outcome.contact
    return outcome.contact


def use_up(limit: Limit, network: str) -> None:
    """Takes all that ``limit`` allows ``network`` in this span: for tests with the fixture ``one_span``."""
    for _time in range(limit.most):
        take(limit, network)
