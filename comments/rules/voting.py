"""“This helped me”: one vote of one confirmed person for one published comment that is not their own. The same press
takes it back. The number that readers see is counted anew each time while the comment is held, so it is right at any
number of presses at once.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from comments.models import Comment, Commenter, HelpfulVote
from comments.rules.holding import held_person
from comments.rules.sanctioning import forbidding, standing_sanctions
from consent.rules.limits import Limit, take

LIMIT = Limit("conversation-helpful", 60, timedelta(hours=1))  # presses of one person


class VoteRefusedError(Exception):
    """No vote is counted. The words say why, by a code: ``gone``, ``unknown``, ``own``, ``sanction``, ``often``."""


@transaction.atomic
def vote(comment_id: int, commenter: Commenter) -> bool:
    """Gives the vote of ``commenter`` or takes it back, and says whether it stands now. Raises ``VoteRefusedError``."""
    person = held_person(commenter)
    if person is None:
        raise VoteRefusedError("unknown")
    comment = Comment.objects.published().select_for_update(of=("self",), no_key=True).filter(pk=comment_id).first()
    if comment is None:
        raise VoteRefusedError("gone")
    _demand_right(comment, person)
    taken_back, _all = HelpfulVote.objects.filter(comment=comment, commenter=commenter).delete()
    if not taken_back:
        HelpfulVote.objects.create(comment=comment, commenter=commenter)
    count_votes([comment_id])
    return not taken_back


def count_votes(comment_ids: Iterable[int]) -> None:
    """Makes the numbers that readers see right. One query."""
    votes = HelpfulVote.objects.filter(comment=OuterRef("pk")).order_by().values("comment")
    count = Subquery(votes.annotate(count=Count("pk")).values("count"), output_field=IntegerField())
    Comment.objects.filter(pk__in=list(comment_ids)).update(helpful_count=Coalesce(count, 0))


def _demand_right(comment: Comment, commenter: Commenter) -> None:
    if commenter.contact is None or commenter.is_memorial:
        raise VoteRefusedError("sanction")
    authors = Commenter.objects.filter(contact=commenter.contact).values_list("pk", flat=True)
    if comment.commenter_id in set(authors):
        raise VoteRefusedError("own")
    if forbidding(standing_sanctions(commenter.contact, commenter.site_id)):
        raise VoteRefusedError("sanction")
    if not take(LIMIT, str(commenter.pk)):
        raise VoteRefusedError("often")
