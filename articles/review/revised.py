"""When an article last came to say something else: what comments that were written before did not know.

For reviewed information every text that goes live was approved, so a revision is the first approval of the text that
was approved last, if another text was approved before. Approving the same text again is no revision, and an approval
that is younger than what is published is not public yet. For a personal story nothing tells a slip of the pen from
another story, so it has none.
"""

from django.db.models import DateTimeField, Exists, OuterRef, Subquery, Value
from django.db.models.expressions import Combinable

from articles.models import ArticlePage, ReviewDecision
from articles.review.current import identity_of, needs_review


def revised_at(page: ArticlePage) -> Combinable:
    """The moment, or NULL, as part of another query."""
    published_at = page.last_published_at
    if not needs_review(page) or published_at is None:
        return Value(None, output_field=DateTimeField())
    approvals = ReviewDecision.objects.filter(page_id=identity_of(page), outcome=ReviewDecision.Outcome.APPROVED)
    newest = approvals.filter(recorded_at__lte=published_at).order_by("-number").values("digest")[:1]
    earlier = approvals.filter(number__lt=OuterRef("number")).exclude(digest=OuterRef("digest"))
    first = approvals.filter(Exists(earlier), digest=Subquery(newest)).order_by("number")
    return Subquery(first.values("recorded_at")[:1])
