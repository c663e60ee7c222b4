"""What became of an issue's mail, in numbers that tell nothing of any person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from consent.models import NewsletterIssue, OutgoingMail

Mail = OutgoingMail.State
# Mail that perhaps went out counts as sent: it is never tried again.
SENT, LEFT_OUT, FAILED = (Mail.SENT, Mail.UNCERTAIN), (Mail.DROPPED,), (Mail.FAILED,)


@dataclass(frozen=True)
class Counts:
    """How many mails of an issue were queued, and how they ended so far."""

    queued: int = 0
    sent: int = 0
    left_out: int = 0
    failed: int = 0

    @property
    def waiting(self) -> int:
        """How many are still on their way. Mail of people who were erased meanwhile is gone and counts nowhere."""
        return max(self.queued - self.sent - self.left_out - self.failed, 0)


def counts_of(issues: Iterable[NewsletterIssue]) -> dict[int, Counts]:
    """The counts of each issue by its id: those kept at the end of it, or those of the outbox. One query."""
    issues = list(issues)
    open_ones = [str(issue.pk) for issue in issues if not _is_closed(issue)]
    mails = OutgoingMail.objects.filter(kind="newsletter", subject_id__in=open_ones).order_by()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for about, state, number in mails.values_list("subject_id", "state").annotate(Count("pk")):
        found[about][state] = number
    return {issue.pk: _kept(issue) if _is_closed(issue) else _counted(issue, found[str(issue.pk)]) for issue in issues}


def _is_closed(issue: NewsletterIssue) -> bool:
    return issue.state == NewsletterIssue.State.SENT


def _kept(issue: NewsletterIssue) -> Counts:
    return Counts(issue.recipients, issue.sent, issue.left_out, issue.failed)


def _counted(issue: NewsletterIssue, by_state: dict[str, int]) -> Counts:
    sent, left_out, failed = (sum(by_state.get(state, 0) for state in states) for states in (SENT, LEFT_OUT, FAILED))
    return Counts(issue.recipients, sent, left_out, failed)
