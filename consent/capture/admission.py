"""Keeps programs away without ever losing a person. Counted by network (``portal.network``), after a valid consent
alone. Every form with an address asks here: sign-up boxes, and those of ``consent.rights``.

A few forms an hour go through. More of them, and forms in which the field for programs is filled in, are asked to
press the button once more; only far too many are sent away for a while. What mail a mailbox may get is another limit
(``consent.rules.limits.may_confirm``): it is kept when the mail is written, so that nobody learns of it here.
"""

from datetime import timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from consent.capture.challenge import redeem
from consent.capture.posted import Posted
from consent.rules.limits import Limit, take

FREELY = Limit("sign-up", 5, timedelta(hours=1))
AT_ALL = Limit("sign-up-at-all", 60, timedelta(hours=1))
ONCE_MORE = _("Nothing was sent yet. To show that you are not a program, please press the button once more.")


class Admission(StrEnum):
    """What becomes of a valid form."""

    ADMITTED = "admitted"
    ONCE_MORE = "once-more"
    TOO_MANY = "too-many"


def admit(posted: Posted, network: str, *, freely: Limit = FREELY, at_all: Limit = AT_ALL) -> Admission:
    """Counts one more for ``network`` and says what becomes of it."""
    if not take(at_all, network):
        return Admission.TOO_MANY
    if take(freely, network) and not posted.website:
        return Admission.ADMITTED
    return Admission.ADMITTED if redeem(posted.challenge, network) else Admission.ONCE_MORE
