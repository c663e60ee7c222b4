"""What a person is told after a decision."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import ArticlePage, ReviewDecision
from articles.review.current import current_review

Outcome = ReviewDecision.Outcome


def sentence_for(decision: ReviewDecision, page: ArticlePage) -> str:
    """One sentence about what follows from ``decision``."""
    sentence = {
        Outcome.CHANGES: _("You asked for changes in “%(title)s”. The editors are told what to change."),
        Outcome.DECLINED: _("You declined “%(title)s”. It goes on waiting for somebody else."),
        Outcome.WITHDRAWN: _("The approval of “%(title)s” is withdrawn. Readers no longer see the review."),
    }.get(decision.outcome)
    if decision.is_approval:
        live = ArticlePage.objects.get(pk=page.pk)
        is_shown = live.live and current_review(live).decision == decision
        sentence = (
            _("You approved “%(title)s”. Readers see it under your name. The next review is due on %(day)s.")
            if is_shown
            else _("You approved “%(title)s”. It goes live when its turn comes. The next review is due on %(day)s.")
        )
    return str(sentence) % {
        "title": decision.page_title,
        "day": date_format(decision.due_on) if decision.due_on else "",
    }
