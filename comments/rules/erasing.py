"""What erasure does to somebody's comments (GDPR, article 17; DESIGN.md, C6): words and names go, wherever they stand.

The comment itself stays as a place without words, so that answers to it keep their place; so does the ledger, which
holds neither. Sanctions stay under the keyed reference: a ban can't be erased by erasing oneself.
"""

from django.db.models import Q

from comments.models import Appeal, Comment, Commenter, CommentRevision, Decision, DecisionNote, Finding, Report
from comments.models.comment import State
from comments.rules.deciding import held, hold_comments, step
from consent.addresses import Address
from consent.models import Contact, Request

Action, Actor = Decision.Action, Decision.Actor


def of_person(address: Address, contacts: list[Contact]):
    """Every comment of somebody, confirmed or not."""
    requests = Request.objects.of(address)
    return Comment.objects.filter(Q(commenter__contact__in=contacts) | Q(request__in=requests)).order_by("pk")


def erase_comments(address: Address, contacts: list[Contact]) -> None:
    """Takes the words out of all comments of somebody. Those that nobody confirmed go whole."""
    hold_comments(of_person(address, contacts))
    for pk, is_confirmed in list(of_person(address, contacts).values_list("pk", "commenter")):
        if is_confirmed is None:
            Comment.objects.filter(pk=pk).delete()
        else:
            _erase(pk)


def erase_commenters(_address: Address, contacts: list[Contact]) -> None:
    """Forgets who they were."""
    Commenter.objects.filter(contact__in=contacts).delete()


def _erase(pk: int) -> None:
    comment = held(pk)
    step(comment, Action.ERASE, State.WITHDRAWN, actor=Actor.AUTHOR, changes={"commenter": None})
    Comment.objects.filter(pk=pk).update(comment="", user_name="")
    CommentRevision.objects.filter(comment=pk).update(text="")
    Report.objects.filter(comment=pk).update(snapshot="", words="")
    for model in (Finding, DecisionNote, Appeal):
        model.objects.filter(comment=pk).delete()
