"""“Please confirm your comment”: to an address that somebody typed. Holds no word of the comment."""

from consent.mail.letter import Letter, writes
from consent.mail.letters.confirm import confirmation
from consent.models import OutgoingMail


@writes("comment-confirm")
def confirm(mail: OutgoingMail) -> Letter:
    """The letter, with a new link. Raises ``NotToBeSentError``."""
    return confirmation(mail, "comment-confirm", page="conversation_confirm")
