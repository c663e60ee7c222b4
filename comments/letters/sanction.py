"""A sanction, to whom it hits: what it is, why, until when, and how to object (Digital Services Act, article 17)."""

from comments.letters.addressing import preferences_link, recipient
from comments.models import Sanction
from comments.rulebook import Rule, rulebook_in_force
from comments.rules.answering import SANCTIONED
from consent.mail.frame import framed_letter
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.models import OutgoingMail, Purpose


@writes(SANCTIONED)
def sanction(mail: OutgoingMail) -> Letter:
    """The letter on a sanction, if it still holds. Raises ``NotToBeSentError``."""
    contact, address, _consent = recipient(mail, Purpose.Kind.COMMENTS)
    found = Sanction.objects.standing().select_related("commenter").filter(pk=int(mail.subject_id)).first()
    if found is None:
        raise NotToBeSentError("lifted")
    if found.commenter is None or found.commenter.contact_id != contact.pk:
        raise NotToBeSentError("not-theirs")
    return framed_letter(
        "comment-sanction",
        to=address,
        site=mail.site,
        language=mail.language,
        is_discreet=contact.is_discreet,
        context={
            "sanction": found,
            "rule": _rule(found, mail),
            "preferences_url": preferences_link(mail, contact),
        },
    )


def _rule(sanction: Sanction, mail: OutgoingMail) -> Rule | None:
    """A sanction is about how somebody behaves, not about one comment: its rule is that of the version in force."""
    rules = rulebook_in_force(mail.site, mail.language) if sanction.rule_code else None
    return rules.rule(sanction.rule_code) if rules else None
