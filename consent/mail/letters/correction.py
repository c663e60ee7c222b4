"""To a new address: whether it is its owner who wants mail there from now on (GDPR, article 16)."""

from consent.links import link
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.mail.letters.access import DAY, may_be_answered, to_whoever_asked
from consent.models import OutgoingMail, Token
from consent.rules.limits import Limit

ONE_A_DAY = Limit("new-address", 1, DAY)
ONCE = Limit("new-address-of", 1, DAY)


@writes("correction")
def correction(mail: OutgoingMail) -> Letter:
    """The letter to the new address. Raises ``NotToBeSentError``."""
    request = may_be_answered(mail, ONCE, ONE_A_DAY)
    if request.corrects is None:
        raise NotToBeSentError("gone")
    request.tokens.filter(kind=Token.Kind.CORRECT, used_at=None).delete()  # of an attempt that failed
    token = Token.issue(Token.Kind.CORRECT, request=request)
    url = link("my_data_new_address", site=mail.site, language=mail.language, token=token)
    return to_whoever_asked("correction", mail, request, url=url)
