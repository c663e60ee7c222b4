"""Who may decide on a text (DESIGN.md, R3): a credential that is valid that day, no part in writing it, no conflict of
interest. Menu, desk, form and ledger all ask here; superusers are asked like everybody else.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from articles.models import ArticlePage, Credential, PersonPage, ReviewDecision
from articles.review.calendar import today_for
from articles.review.contributors import contributors_to, has_contributed
from articles.review.current import identity_of
from portal.models import User


def valid_credentials(user: User, day: date) -> list[Credential]:
    """The credentials under which ``user`` may sign on ``day``."""
    if not user.is_authenticated or not user.is_active:
        return []
    return list(Credential.objects.valid_on(day).filter(user=user).select_related("board"))


def may_review(user: User) -> bool:
    """Whether ``user`` has a credential today, so that the desk is theirs."""
    return user.is_active and Credential.objects.valid_on(timezone.localdate()).filter(user_id=user.pk).exists()


def why_not_decide(user: User, page: ArticlePage) -> Iterator[str]:
    """Every reason why ``user`` may not decide on ``page``, as it is in memory."""
    if not valid_credentials(user, today_for(page)):
        yield _("You have no credential that is valid today. An administrator enters credentials.")
    if has_contributed(user, contributors_to(page)):
        yield _("You contributed to this text. Somebody else has to review it.")
    if declined_by(user, [identity_of(page)]):
        yield _("You declined this article for a conflict of interest. Somebody else has to review it.")


def declined_by(user: User, pages: Iterable[int]) -> dict[int, ReviewDecision]:
    """Those of the articles ``pages`` that ``user`` declined for a conflict of interest, with the latest such decision.
    A conflict stands for the article, whatever its text becomes. One query.
    """
    declined = ReviewDecision.objects.filter(
        reviewer_id=user.pk, page_id__in=list(pages), outcome=ReviewDecision.Outcome.DECLINED
    )
    return {decision.page_id: decision for decision in declined.defer("snapshot").order_by("number")}


def may_withdraw(user: User, page: ArticlePage) -> bool:
    """Whether ``user`` may take an approval back: reviewers, and those who could take the page offline."""
    if not user.is_authenticated or not user.is_active:
        return False
    return may_review(user) or policy_registry.get_by_type(ArticlePage).user_has_permission_for_instance(
        user, "publish", page
    )


def public_page_of(user: User, page: ArticlePage) -> PersonPage | None:
    """The page about ``user`` in the community of ``page``, or in another one; ``None`` if there is none."""
    people = list(PersonPage.objects.filter(user=user).order_by("-live", "pk"))
    home = page.path[: 2 * page.steplen]
    return min(people, key=lambda person: not person.path.startswith(home), default=None)
