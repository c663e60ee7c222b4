"""The names of values on the page that shows what is held, in words. A declaration may bring names of its own."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "address": _("E-mail address"),
    "community": _("Community"),
    "confirmed_on": _("Confirmed on"),
    "count": _("How often"),
    "discreet": _("Discreet subject and sender"),
    "entry": _("Number in our record"),
    "given_on": _("Agreed on"),
    "groups": _("Groups"),
    "how": _("How"),
    "kind": _("Kind"),
    "language": _("Language"),
    "last_sign_in": _("Last sign-in"),
    "letter": _("E-mail"),
    "licence": _("Licence"),
    "made_on": _("Made on"),
    "name": _("Name"),
    "page": _("Page"),
    "paused_until": _("Paused until"),
    "purpose": _("Purpose"),
    "purposes": _("Purposes"),
    "reason": _("Reason"),
    "reference": _("Reference in our record"),
    "settled_on": _("Sent or given up on"),
    "since": _("Since"),
    "speciality": _("Speciality"),
    "state": _("State"),
    "title": _("Title"),
    "user_name": _("User name"),
    "what": _("What"),
    "when": _("When"),
    "who": _("Who"),
    "withdrawn_on": _("Withdrawn on"),
    "wording": _("Digest of the words"),
}

COUNTED = {  # by the limits' actions; others are called by theirs
    "access-letter": _("E-mails with a link to what is held"),
    "access-letter-of": _("E-mails with a link to what is held"),
    "confirmation": _("E-mails that ask to confirm"),
    "confirmation-lock": _("A mark, so that no two such e-mails leave at once"),
    "my-data-box": _("Requests to see what is held"),
    "new-address": _("E-mails that ask to confirm a new address"),
    "new-address-of": _("E-mails that ask to confirm a new address"),
}

LETTERS = {  # by their kinds; others are called by theirs
    "access": _("What is held on you"),
    "changed": _("Changed words"),
    "comment-appeal": _("What became of your appeal"),
    "comment-confirm": _("Please confirm"),
    "comment-decision": _("What was decided on your comment"),
    "comment-follow-up": _("New comments"),
    "comment-sanction": _("A sanction, and why"),
    "confirm": _("Please confirm"),
    "correction": _("Confirm a new address"),
    "newsletter": _("Newsletter"),
    "receipt": _("Receipt of your consent"),
}
