"""Why something was not done, in words: for each code of ``NotAllowedError``, and for what changed meanwhile."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from comments.desk.people import names_of
from comments.rules.deciding import ConflictError, NotAllowedError

REFUSED = (ConflictError, NotAllowedError)
WORDS = {
    "right": _("You may not do this."),
    "own": _("This is about yourself: somebody else decides."),
    "decided": _("You had a part in what was decided before: somebody else takes this."),
    "step": _("This can’t be done with a comment that stands where this one does."),
    "rule": _("Choose a rule of the version that the author accepted."),
    "unconfirmed": _("Its author has not confirmed it yet."),
    "words": _("Write something, and not too much."),
    "days": _("A pause needs an end. Days are whole numbers from 1 on."),
    "stands": _("A sanction of this kind stands already and lasts as long."),
    "settled": _("Somebody settled these reports already."),
    "gone": _("This was erased meanwhile."),
    "once": _("There was an appeal before."),
    "same": _("You handled it: somebody else signs it off."),
    "unhandled": _("Nobody has handled it yet."),
    "crisis-unseen": _("Somebody may be in danger: open the case first."),
    "crisis-unhandled": _("Somebody may be in danger: it is published only when the case was handled."),
    "late": _("It is too late for that."),
}


def words_of_refusal(error: ConflictError | NotAllowedError) -> str:
    """A sentence for the person who was refused. At most one query."""
    if isinstance(error, NotAllowedError):
        return str(WORDS.get(str(error), WORDS["step"]))
    if error.comment is None:
        return str(WORDS["gone"])
    state = error.comment.get_state_display()
    if error.newest is None or error.newest.moderator_id is None:
        return _t("It changed meanwhile. It is now: %(state)s. Look at it again.") % {"state": state}
    who = names_of([error.newest.moderator_id])[error.newest.moderator_id]
    return _t("%(who)s decided meanwhile: %(what)s. It is now: %(state)s. Look at it again.") % {
        "who": who,
        "what": error.newest.get_action_display(),
        "state": state,
    }
