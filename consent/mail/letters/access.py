"""The answer to "What do you hold on me?": a link, or a letter that says that nothing is held. An answer is owed either
way (GDPR, article 12 (3)). No mailbox gets more than one a day, and none that is never to be written to.
"""

from datetime import timedelta

from consent.links import link
from consent.mail.frame import framed_letter
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.models import OutgoingMail, Request, Token
from consent.rights.holding import is_anything_held
from consent.rules.limits import Limit, take
from consent.rules.preferring import is_discreet
from consent.rules.suppressing import is_suppressed

DAY = timedelta(days=1)
ONE_A_DAY = Limit("access-letter", 1, DAY)
ONCE = Limit("access-letter-of", 1, DAY)  # a letter that is tried again counts once


@writes("access")
def access(mail: OutgoingMail) -> Letter:
    """The letter to whoever asked. Raises ``NotToBeSentError``."""
    request = to_be_answered(mail)
    if take(ONCE, str(request.pk)) and not take(ONE_A_DAY, request.address.family):
        raise NotToBeSentError("limit")
    if not is_anything_held(request.address):
        return to_whoever_asked("access_nothing", mail, request)
    request.tokens.filter(kind=Token.Kind.ACCESS, used_at=None).delete()  # of an attempt that failed
    token = Token.issue(Token.Kind.ACCESS, request=request)
    url = link("my_data_open", site=mail.site, language=mail.language, token=token)
    return to_whoever_asked("access", mail, request, url=url)


def to_whoever_asked(name: str, mail: OutgoingMail, request: Request, *, url: str = "") -> Letter:
    """The letter ``name``. Its subject names no community and no illness, whoever sees it."""
    return framed_letter(
        name,
        to=request.address,
        site=mail.site,
        language=mail.language,
        is_discreet=is_discreet(request),
        context={"url": url},
    )


def to_be_answered(mail: OutgoingMail) -> Request:
    """The request that ``mail`` answers. Raises ``NotToBeSentError`` if nobody may write to its address."""
    request = mail.request
    if request is None:
        raise NotToBeSentError("gone")
    if is_suppressed(request.address):
        raise NotToBeSentError("suppressed")
    return request
