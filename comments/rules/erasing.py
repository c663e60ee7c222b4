"""What erasure does to somebody's comments (GDPR, article 17; DESIGN.md, C6): words and names go, wherever they stand.

The comment itself stays as a place without words, so that answers to it keep their place; so does the ledger, which
holds neither. Sanctions stay under the keyed reference: a ban can't be erased by erasing oneself. Reports of somebody
stay as a number: their words go, and that it was they.
"""

from collections.abc import Collection

from django.db.models import Q

from comments.models import (
    Appeal,
    Comment,
    Commenter,
    CommentLink,
    CommentRevision,
    CrisisCase,
    Decision,
    DecisionNote,
    Finding,
    HelpfulVote,
    Report,
    Sanction,
)
from comments.models.comment import State
from comments.rules.deciding import held, hold_comments, step
from comments.rules.voting import count_votes
from consent.addresses import Address
from consent.models import Contact, Request

Action, Actor = Decision.Action, Decision.Actor


def of_person(address: Address, contacts: list[Contact]):
    """Every comment of somebody, confirmed or not."""
    requests = Request.objects.of(address)
    return Comment.objects.filter(Q(commenter__contact__in=contacts) | Q(request__in=requests)).order_by("pk")


def _voted_for(contacts: list[Contact]):
    """Every comment whose votes are counted anew when theirs go (``erase_votes``)."""
    votes = HelpfulVote.objects.filter(commenter__contact__in=contacts)
    return Comment.objects.filter(pk__in=votes.values("comment"))


def erase_comments(address: Address, contacts: list[Contact]) -> None:
    """Takes the words out of all comments of somebody. Those that nobody confirmed go whole."""
    theirs = of_person(address, contacts)
    hold_comments(theirs | _voted_for(contacts))
    found = dict(theirs.values_list("pk", "commenter"))
    Comment.objects.filter(pk__in=[pk for pk, commenter in found.items() if commenter is None]).delete()
    confirmed = [pk for pk, commenter in found.items() if commenter is not None]
    for pk in confirmed:
        step(held(pk), Action.ERASE, State.WITHDRAWN, actor=Actor.AUTHOR, changes={"commenter": None})
    take_words(confirmed)
    for model in (Finding, Appeal, CommentLink):
        model.objects.filter(comment__in=confirmed).delete()


def erase_commenters(_address: Address, contacts: list[Contact]) -> None:
    """Forgets who they were. Sanctions go on to hold for the address that they have now."""
    for contact in contacts:
        Sanction.objects.filter(commenter__contact=contact).update(subject=contact.subject)
    Commenter.objects.filter(contact__in=contacts).delete()


def erase_reports(_address: Address, contacts: list[Contact]) -> None:
    """The words of their reports, and that it was they."""
    Report.objects.filter(commenter__contact__in=contacts).update(words="", commenter=None)


def erase_votes(_address: Address, contacts: list[Contact]) -> None:
    """Takes their votes back."""
    votes = HelpfulVote.objects.filter(commenter__contact__in=contacts)
    voted_for = list(votes.values_list("comment", flat=True))
    votes.delete()
    count_votes(voted_for)


def take_words(pks: Collection[int]) -> None:
    """Takes the words of comments that readers don't see, wherever they or words about them stand."""
    Comment.objects.filter(pk__in=pks).exclude(state=State.PUBLISHED).update(comment="", user_name="", html="")
    CommentRevision.objects.filter(comment__in=pks).update(text="")
    Report.objects.filter(comment__in=pks).update(snapshot="", words="")
    CrisisCase.objects.filter(comment__in=pks).update(what_was_done="", earlier=[])
    Appeal.objects.filter(comment__in=pks).update(words="")
    Finding.objects.filter(comment__in=pks).update(reason="")
    DecisionNote.objects.filter(comment__in=pks).delete()
