"""When an article last came to say something else: what comments that were written before did not know.

For reviewed information every text that goes live was approved, so a revision is the first approval of the text that
was approved last, if another text was approved before. Approving the same text again is no revision, and an approval
that is younger than what is published is not public yet. For a personal story nothing tells a slip of the pen from
another story, so it has none.
"""

from datetime import datetime

from django.db.models import DateTimeField, Exists, OuterRef, Subquery, Value
from django.db.models.expressions import Combinable

from articles.models import ArticlePage, ReviewDecision
from articles.review.current import needs_review


def is_ever_revised(page: ArticlePage) -> bool:
    """Whether there may be such a moment for ``page``."""
    return needs_review(page) and page.last_published_at is not None


def revised_at(identity: int, published_at: datetime | None) -> Combinable:
    """The moment, or NULL, as part of another query: for the article whose decisions are kept under ``identity``."""
    if published_at is None:
        return Value(None, output_field=DateTimeField())
    approvals = ReviewDecision.objects.filter(page_id=identity, outcome=ReviewDecision.Outcome.APPROVED)
    newest = approvals.filter(recorded_at__lte=published_at).order_by("-number").values("digest")[:1]
    earlier = approvals.filter(number__lt=OuterRef("number")).exclude(digest=OuterRef("digest"))
    first = approvals.filter(Exists(earlier), digest=Subquery(newest)).order_by("number")
    return Subquery(first.values("recorded_at")[:1])
