"""Figures of medical review, as the worker counted them last: counting them anew would read every article."""

from django.db.models import Max, Sum
from wagtail.models import TaskState, WorkflowState

from articles.models import CoverageDay, MedicalReviewTask
from portal.metrics.measuring import measures

STANDINGS = ("current", "due_soon", "overdue", "changed", "unreviewed")


@measures("portal_reviews", "Articles by where they stand with their review, counted once a day.", label="standing")
def reviews() -> dict[str, float]:
    """Of all communities together."""
    newest = CoverageDay.objects.order_by().values("site").annotate(newest=Max("day")).values_list("site", "newest")
    totals = dict.fromkeys(STANDINGS, 0.0)
    for site, day in newest:
        sums = CoverageDay.objects.filter(site=site, day=day).aggregate(**{name: Sum(name) for name in STANDINGS})
        totals = {name: total + (sums[name] or 0) for name, total in totals.items()}
    return totals


@measures("portal_reviews_waiting", "Drafts that wait for a medical reviewer.")
def waiting() -> float:
    """At the medical step of their workflow."""
    return float(
        TaskState.objects.filter(
            task__in=MedicalReviewTask.objects.values("pk"),
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        ).count()
    )
