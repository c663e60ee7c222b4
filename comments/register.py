"""What the conversation holds of people: one declaration for each model (GDPR, articles 13, 15, 17 and 30)."""

from django.utils.translation import gettext_lazy as _

from comments import models
from comments.rules.erasing import erase_commenters, erase_comments, of_person
from consent.addresses import Address
from consent.models import Contact
from consent.register.declarations import CONSENT, INTEREST
from consent.register.personal_data import PersonalData, Row, declare, holds_nothing, subjects_of


def comments(address: Address, contacts: list[Contact]) -> list[Row]:
    """Comments, with where each stands."""
    return [
        {"name": each.user_name, "text": each.comment, "state": each.state, "when": each.submit_date}
        | {"deleted_on": each.request.expires_at if each.request else None}
        for each in of_person(address, contacts).select_related("request")
    ]


def commenters(_address: Address, contacts: list[Contact]) -> list[Row]:
    """Names under which somebody comments."""
    found = models.Commenter.objects.filter(contact__in=contacts)
    return [{"name": each.name, "when": each.created_at, "deleted_on": None} for each in found]


def sanctions(address: Address, contacts: list[Contact]) -> list[Row]:
    """Sanctions against somebody."""
    found = models.Sanction.objects.filter(subject__in=subjects_of(address, contacts))
    return [
        {"what": each.kind, "reason": each.reason, "when": each.begins_at, "until": each.ends_at, "deleted_on": None}
        for each in found
    ]


def follow_ups(_address: Address, contacts: list[Contact]) -> list[Row]:
    """Conversations that somebody follows."""
    found = models.FollowUp.objects.filter(contact__in=contacts).select_related("conversation")
    return [
        {"page": each.conversation.title, "when": each.created_at, "until": each.stopped_at, "deleted_on": None}
        for each in found
    ]


def erase_follow_ups(_address: Address, contacts: list[Contact]) -> None:
    """Takes them away."""
    models.FollowUp.objects.filter(contact__in=contacts).delete()


def nothing(_address: Address, _contacts: list[Contact]) -> list[Row]:
    """For what staff alone are shown."""
    return []


declare(
    PersonalData(
        model=models.Comment,
        what=_("Your comments, and the name that you chose"),
        why=_("To show them under the article, after a moderator has read them"),
        basis=CONSENT,
        how_long=_("Until you withdraw or erase them; 48 hours if you do not confirm them"),
        exporter=comments,
        eraser=erase_comments,
        labels=dict(models.Comment.State.choices),
    )
)
declare(
    PersonalData(
        model=models.Commenter,
        what=_("That comments are yours, and how many were published"),
        why=_("So that you need not confirm each comment"),
        basis=CONSENT,
        how_long=_("As long as your address"),
        exporter=commenters,
        eraser=erase_commenters,
    )
)
declare(
    PersonalData(
        model=models.Sanction,
        what=_("Sanctions, with their reasons"),
        why=_("To keep the conversation safe"),
        basis=INTEREST,
        how_long=_("Until they end"),
        exporter=sanctions,
        stays=_("It is kept without your name and address, so that a ban holds."),
        labels=dict(models.Sanction.Kind.choices),
    )
)
declare(
    PersonalData(
        model=models.FollowUp,
        what=_("Conversations that you follow"),
        why=_("To write to you about new comments"),
        basis=CONSENT,
        how_long=_("Until you stop"),
        exporter=follow_ups,
        eraser=erase_follow_ups,
    )
)
declare(
    PersonalData(
        model=models.ConversationSettings,
        what=_("The address of staff on call"),
        why=_("To tell them at once when somebody may be in danger"),
        basis=INTEREST,
        how_long=_("Until staff change it"),
        exporter=nothing,
        stays=_("It is the address of an office."),
    )
)
holds_nothing(
    "comments.Conversation",
    "comments.Decision",
    "comments.HelpLine",
    "comments.Progress",
    "comments.RulesAcceptance",
    "comments.CommentLink",
    "comments.CommentRevision",
    "comments.Finding",
    "comments.Appeal",
    "comments.CommenterNote",
    "comments.CrisisCase",
    "comments.DecisionNote",
    "comments.HelpfulVote",
    "comments.Report",
)
