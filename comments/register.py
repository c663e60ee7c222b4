"""What the conversation holds of people: one declaration for each model (GDPR, articles 13, 15, 17 and 30).

What hangs on a comment is erased with it, by ``rules.erasing.erase_comments``. How long words are kept that readers
don't see is held by ``rules.retaining``.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from comments import exporting, models
from comments.rules import erasing
from consent.addresses import Address
from consent.models import Contact
from consent.register.declarations import CONSENT, DUTY, INTEREST, WITH_ADDRESS
from consent.register.personal_data import Eraser, Exporter, PersonalData, declare, holds_nothing

WITH_COMMENT = _("As long as the comment")
LABELS: Mapping[str, Any] = {
    "comment": _("Number of the comment"),
    "helpful": _("Found helpful by"),
    "lifted_on": _("Lifted on"),
    "memorial": _("In memoriam"),
    "rule": _("Rule"),
    "stopped_on": _("Stopped on"),
    "text": _("Words"),
    "to_you": _("To you"),
    "until": _("Until"),
    "version": _("Version"),
}


def erase_follow_ups(_address: Address, contacts: list[Contact]) -> None:
    """Takes them away."""
    models.FollowUp.objects.filter(contact__in=contacts).delete()


def erase_commenter_notes(_address: Address, contacts: list[Contact]) -> None:
    """Takes them away."""
    models.CommenterNote.objects.filter(commenter__contact__in=contacts).delete()


def _declare(
    model: type[Model],
    exporter: Exporter,
    *,
    what: Any,
    why: Any,
    basis: Any = INTEREST,
    how_long: Any = WITH_COMMENT,
    eraser: Eraser | None = erasing.erase_comments,
    stays: Any = "",
) -> None:
    declare(
        PersonalData(
            model=model,
            what=what,
            why=why,
            basis=basis,
            how_long=how_long,
            exporter=exporter,
            eraser=eraser,
            stays=stays,
            labels=LABELS,
        )
    )


_declare(
    models.Comment,
    exporting.comments,
    what=_("Your comments, and the name that you chose"),
    why=_("To show them under the article, after a moderator has read them"),
    basis=CONSENT,
    how_long=_(
        "As long as you like while they are on a page. 48 hours if you do not confirm them, 30 days once withdrawn, "
        "90 days as spam, a year if they were not published otherwise"
    ),
    stays=_("Where a confirmed comment stood, without words and name, so that answers to it keep their place."),
)
_declare(
    models.CommentRevision,
    exporting.revisions,
    what=_("Earlier wordings of your comments"),
    why=_("So that nothing is changed behind your back"),
    basis=CONSENT,
)
_declare(
    models.RulesAcceptance,
    exporting.acceptances,
    what=_("Which rules you agreed to before you wrote"),
    why=_("You are judged by the rules that you read, and by no later ones"),
    stays=_("A version and a time, beside the place of a comment without words and name."),
)
_declare(
    models.Finding,
    exporting.findings,
    what=_("What our programs found in your comments"),
    why=_("So that moderators see at once what to look at. No program rejects a comment"),
)
_declare(
    models.Decision,
    exporting.decisions,
    what=_("Decisions on your comments"),
    why=_("To prove that each was taken by somebody, for a reason, by rules (Digital Services Act, article 17)"),
    basis=DUTY,
    how_long=_("For good, without your name and words"),
    eraser=None,
    stays=_("It holds numbers, times and digests, and no name, no words and no address."),
)
_declare(
    models.DecisionNote,
    exporting.notes,
    what=_("What moderators wrote about your comments, to you and to each other"),
    why=_("So that you and colleagues understand a decision"),
)
_declare(
    models.Appeal,
    exporting.appeals,
    what=_("Your appeals"),
    why=_("So that somebody else looks again (Digital Services Act, article 20)"),
    basis=DUTY,
    how_long=_("As long as the comment; your words a year after it was decided"),
)
_declare(
    models.CrisisCase,
    exporting.crisis_cases,
    what=_("That we were worried about you, and what we did"),
    why=_("To help somebody who may be in danger, and to be sure that it was done"),
    basis=_("Your vital interests (GDPR, articles 6 (1) (d) and 9 (2) (c))"),
    stays=_("That there was a case, and when, without words."),
)
_declare(
    models.Report,
    exporting.reports,
    what=_("Reports that you made, and reports on your comments"),
    why=_("To keep the conversation safe"),
    how_long=_("A year"),
    eraser=erasing.erase_reports,
    stays=_("That a comment was reported, and how it was decided, without your words and without who it was."),
)
_declare(
    models.HelpfulVote,
    exporting.votes,
    what=_("Comments that you found helpful"),
    why=_("So that each person counts once"),
    basis=CONSENT,
    how_long=WITH_ADDRESS,
    eraser=erasing.erase_votes,
)
_declare(
    models.CommentLink,
    exporting.links,
    what=_("Links to the pages of your comments that still work"),
    why=_("So that you can see, change and withdraw them without an account"),
    basis=CONSENT,
    how_long=_("A year"),
)
_declare(
    models.Commenter,
    exporting.commenters,
    what=_("The names under which you comment"),
    why=_("So that you need not confirm each comment"),
    basis=CONSENT,
    how_long=WITH_ADDRESS,
    eraser=erasing.erase_commenters,
)
_declare(
    models.CommenterNote,
    exporting.commenter_notes,
    what=_("What moderators tell each other about you"),
    why=_("So that they treat you alike, whoever is on duty"),
    how_long=_("A year"),
    eraser=erase_commenter_notes,
)
_declare(
    models.Sanction,
    exporting.sanctions,
    what=_("Sanctions, with their reasons"),
    why=_("To keep the conversation safe"),
    how_long=_("Until a year after they end"),
    eraser=None,
    stays=_("It is kept without your name and address, so that a ban holds."),
)
_declare(
    models.FollowUp,
    exporting.follow_ups,
    what=_("Conversations that you follow"),
    why=_("To write to you about new comments"),
    basis=CONSENT,
    how_long=_("Until 30 days after you stop"),
    eraser=erase_follow_ups,
)
_declare(
    models.ConversationSettings,
    exporting.nothing,
    what=_("The address of staff on call"),
    why=_("To tell them at once when somebody may be in danger"),
    how_long=_("Until staff change it"),
    eraser=None,
    stays=_("It is the address of an office."),
)
holds_nothing("comments.Conversation", "comments.HelpLine", "comments.Progress")
