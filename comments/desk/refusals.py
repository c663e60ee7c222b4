"""What a moderator is told after a decision: what was done, who was faster, or why something may not be done."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from comments.desk.people import names_of
from comments.models import Decision
from comments.rules.deciding import ConflictError, NotAllowedError

REFUSED = (ConflictError, NotAllowedError)
WORDS = {
    "right": _("You may not do this."),
    "own": _("This is about yourself: somebody else decides."),
    "decided": _("You had a part in what was decided before: somebody else takes this."),
    "step": _("This can’t be done with a comment that stands where this one does."),
    "rule": _("Choose the rule that it breaks: one that its author accepted."),
    "unconfirmed": _("Its author has not confirmed it yet, so it can’t be published."),
    "words": _("Write something, and not too much."),
    "passages": _("Choose the words to take out, and leave some."),
    "alone": _("It is escalated, or somebody may be in danger: it is decided on alone."),
    "form": _("What was sent was not complete. Open the comment again."),
    "days": _("A pause needs an end. Days are whole numbers from 1 on."),
    "stands": _("A sanction of this kind stands already and lasts as long."),
    "settled": _("Somebody settled these reports already."),
    "gone": _("This was erased meanwhile."),
    "once": _("There was an appeal before."),
    "same": _("You handled it: somebody else signs it off."),
    "unhandled": _("Nobody has handled it yet."),
    "crisis-unseen": _("Somebody may be in danger: open the case first."),
    "crisis-unhandled": _("Somebody may be in danger: it is published only when the case was handled."),
    "late": _("It is too late to undo this: the author may have heard of it already."),
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


def outcome_words(outcome: Decision | ConflictError | NotAllowedError) -> str:
    """What became of one comment of many. At most one query."""
    return outcome.get_action_display() if isinstance(outcome, Decision) else words_of_refusal(outcome)
