"""That a human being has seen a comment whose author may be in danger: who was the first, and when."""

from django.utils import timezone

from comments.models import CrisisCase
from portal.models import User


def see(case: CrisisCase, by: User) -> None:
    """Notes the first look. A later one changes nothing. One query."""
    CrisisCase.objects.filter(pk=case.pk, seen_at=None).update(seen_at=timezone.now(), seen_by=by)
