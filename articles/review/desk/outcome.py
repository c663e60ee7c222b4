"""What a person is told after a decision."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import ArticlePage, ReviewDecision
from articles.review.current import current_review

Outcome = ReviewDecision.Outcome


def sentence_for(decision: ReviewDecision, page: ArticlePage) -> str:
    """One sentence about what follows from ``decision``."""
    day = date_format(decision.due_on) if decision.due_on else ""
    return _sentence(decision, page) % {"title": decision.page_title, "day": day}


def _sentence(decision: ReviewDecision, page: ArticlePage) -> str:
    match decision.outcome:
        case Outcome.CHANGES:
            return _("You asked for changes in “%(title)s”. The editors are told what to change.")
        case Outcome.DECLINED:
            return _("You declined “%(title)s”. It goes on waiting for somebody else.")
        case Outcome.WITHDRAWN:
            return _("The approval of “%(title)s” is withdrawn. Readers no longer see the review.")
    live = ArticlePage.objects.get(pk=page.pk)
    if live.live and current_review(live).decision == decision:
        return _("You approved “%(title)s”. Readers see it under your name. The next review is due on %(day)s.")
    return _("You approved “%(title)s”. It goes live when its turn comes. The next review is due on %(day)s.")
