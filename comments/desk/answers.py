"""What a moderator is told after a decision: what was done, who was faster, or why something may not be done."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.desk.refusals import WORDS
from comments.models import Decision
from comments.rules.deciding import ConflictError, NotAllowedError
from portal.models import User

REFUSALS = {  # what the queue says in other words than the screens beside it
    "own": gettext_lazy("You wrote this comment yourself, so somebody else decides on it."),
    "unconfirmed": gettext_lazy("Its author has not confirmed it yet, so it can’t be published."),
    "rule": gettext_lazy("Choose the rule that it breaks: one that its author accepted."),
    "step": gettext_lazy("This can’t be decided on a comment in this state."),
    "late": gettext_lazy("It is too late to undo this: the author may have heard of it already."),
    "passages": gettext_lazy("Choose the words to take out, and leave some."),
    "alone": gettext_lazy("It is escalated, or somebody may be in danger: it is decided on alone."),
    "form": gettext_lazy("What was sent was not complete. Open the comment again."),
}


def refusal_words(refusal: NotAllowedError) -> str:
    """Why something may not be done."""
    code = str(refusal)
    return str(REFUSALS.get(code) or WORDS.get(code, REFUSALS["step"]))


def conflict_words(conflict: ConflictError) -> str:
    """Who decided what, and when. At most one query."""
    if conflict.comment is None:
        return _("The comment is gone.")
    if conflict.newest is None:
        return _("The comment has changed since you opened it.")
    newest = conflict.newest
    when = date_format(localtime(newest.recorded_at), "DATETIME_FORMAT")
    words = {"what": newest.get_action_display(), "when": when, "who": who_decided(newest)}
    return _("Nothing was done: it was decided meanwhile. %(what)s, by %(who)s, %(when)s.") % words


def who_decided(decision: Decision) -> str:
    """The moderator’s name, or that it was the author or the portal. At most one query."""
    if decision.actor != Decision.Actor.MODERATOR:
        return decision.get_actor_display()
    return str(User.objects.filter(pk=decision.moderator_id or 0).first() or _("somebody whose account is gone"))


def outcome_words(outcome: Decision | ConflictError | NotAllowedError) -> str:
    """What became of one comment of many."""
    if isinstance(outcome, Decision):
        return outcome.get_action_display()
    return conflict_words(outcome) if isinstance(outcome, ConflictError) else refusal_words(outcome)
