"""To a new address: whether it is its owner who wants mail there from now on (GDPR, article 16). Nobody knows yet whose
it is, so it counts as one more “Please confirm” (``rules.limits.may_confirm``).
"""

from consent.links import link
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.mail.letters.access import to_be_answered, to_whoever_asked
from consent.mail.letters.confirm import link_to_confirm
from consent.models import OutgoingMail, Token


@writes("correction")
def correction(mail: OutgoingMail) -> Letter:
    """The letter to the new address. Raises ``NotToBeSentError``."""
    request = to_be_answered(mail)
    if request.corrects is None:
        raise NotToBeSentError("gone")
    token = link_to_confirm(request, Token.Kind.CORRECT)
    url = link("my_data_new_address", site=mail.site, language=mail.language, token=token)
    return to_whoever_asked("correction", mail, request, url=url)
