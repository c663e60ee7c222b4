"""A crisis case of a comment: opened once, opened again by new words of danger, and what it forbids meanwhile.

What staff do with a case stands in ``comments.rules.crisis``.
"""

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

from comments.models import Comment, CrisisCase

_ANSWERS = ("seen_at", "seen_by_id", "handled_at", "handled_by_id", "signed_off_at", "signed_off_by_id")


def case_of(comment: Comment) -> CrisisCase | None:
    """The case of a comment, if it has one. No query for a comment that is ``held``."""
    try:
        return comment.crisis
    except ObjectDoesNotExist:
        return None


def open_case(comment: Comment) -> CrisisCase:
    """Opens a case, or opens it again if somebody has looked at earlier words. How it stood is kept."""
    values = {"comment_ref": comment.pk, "site_id": comment.conversation.site_id}
    case, is_new = CrisisCase.objects.get_or_create(comment=comment, defaults=values)
    if not is_new and case.seen_at is not None:
        _open_again(case)
    comment.crisis = case
    return case


def awaits_help(comment: Comment) -> bool:
    """Whether nobody has handled the case of a comment: then it is not published by anybody (DESIGN.md, M7)."""
    case = case_of(comment)
    return case is not None and case.handled_at is None


def is_unseen(comment: Comment) -> bool:
    """Whether nobody has looked at the case of a comment: then nothing is decided."""
    case = case_of(comment)
    return case is not None and case.seen_at is None


def _open_again(case: CrisisCase) -> None:
    before = {name: getattr(case, name) for name in ("opened_at", *_ANSWERS, "what_was_done")}
    case.earlier = [*case.earlier, {name: str(value) for name, value in before.items() if value}]
    for name in _ANSWERS:
        setattr(case, name, None)
    case.opened_at, case.notified_at, case.telling_until = timezone.now(), None, None
    case.notices, case.what_was_done = 0, ""
    case.save()
