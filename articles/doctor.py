"""What the doctor asks of articles: whether anybody may sign reviews, and how many have run out."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from articles.models import ArticlePage, CoverageDay, Credential
from portal.doctor.examination import Finding, Wish, examines, fine, note, problem, warning

AREA = "Medical review"
SOON = timedelta(days=30)


@examines("credentials", AREA, needs_database=True)
def somebody_may_sign(_wish: Wish) -> Iterator[Finding]:
    """At least one active reviewer has a credential that holds today and a month from now."""
    today = timezone.localdate()
    credentials = Credential.objects.filter(user__is_active=True)
    valid = set(credentials.valid_on(today).values_list("user", flat=True))
    later = set(credentials.valid_on(today + SOON).values_list("user", flat=True))
    expired = set(credentials.values_list("user", flat=True)) - valid
    needs_one = ArticlePage.objects.filter(kind=ArticlePage.Kind.INFORMATION).exists()
    if not valid and needs_one:
        yield problem("Nobody has a credential that is valid today: no article can be approved.",
                      "Enter one in the admin under Reviews → Credentials.")  # fmt: skip
    if valid and valid - later:
        yield warning(f"The credentials of {len(valid - later)} reviewers end within {SOON.days} days.",
                      "Renew them in the admin under Reviews → Credentials.")  # fmt: skip
    if expired:
        yield note(
            f"{len(expired)} reviewers have none that is valid today.", "Renew it, or leave it if they are gone."
        )
    if valid and not valid - later:
        yield fine(f"{len(valid)} reviewers may sign.")


@examines("overdue reviews", AREA, needs_database=True)
def reviews_are_current(_wish: Wish) -> Iterator[Finding]:
    """As the worker counted them last."""
    newest = CoverageDay.objects.order_by("site", "-day")
    rows = {row.site_id: row for row in reversed(newest)}.values()
    if overdue := sum(row.overdue for row in rows):
        yield note(f"{overdue} reviews are overdue, and readers are told so.", "See the reviewers' desk.")
