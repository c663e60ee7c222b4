"""“Please confirm”: to an address that somebody typed. Nobody knows yet whether its owner wants mail, so it holds no
marketing and no word of theirs: where the address was typed, for what, and what happens if nothing is done.
"""

from django.utils import timezone

from consent.links import link
from consent.mail.frame import framed_letter
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.models import OutgoingMail, Request, Token
from consent.rules.limits import may_confirm
from consent.rules.preferring import is_discreet
from consent.rules.suppressing import is_suppressed
from consent.versions.labels import labels


@writes("confirm")
def confirm(mail: OutgoingMail) -> Letter:
    """The letter, with a new link. Raises ``NotToBeSentError``."""
    return confirmation(mail, "confirm", page="confirm")


def confirmation(mail: OutgoingMail, template: str, *, page: str) -> Letter:
    """The same for any request that is confirmed. ``page``: name of the address that its link leads to."""
    request = mail.request
    if request is None:
        raise NotToBeSentError("gone")
    if request.expires_at <= timezone.now():
        raise NotToBeSentError("expired")
    address = request.address
    if is_suppressed(address):
        raise NotToBeSentError("suppressed")
    token = link_to_confirm(request)
    chosen = request.offer["purposes"]
    return framed_letter(
        template,
        to=address,
        site=mail.site,
        language=mail.language,
        is_discreet=is_discreet(request),
        context={
            "url": link(page, site=mail.site, language=mail.language, token=token),
            "labels": labels(mail.site.pk, request.language, chosen),
            "asked_at": request.created_at,
        },
    )


def link_to_confirm(request: Request, kind: str = Token.Kind.CONFIRM) -> str:
    """The token of a link to the owner of an address that somebody typed. Raises ``NotToBeSentError`` if the mailbox
    has had its share, of whatever was asked for. The worker holds the request.

    A letter that is written again, after a server was busy or a worker was stopped, has a link already: the two come to
    be together, so it is counted once.
    """
    if not request.tokens.filter(kind=kind).exists() and not may_confirm(request.address):
        raise NotToBeSentError("limit")
    return Token.issue(kind, request=request)
