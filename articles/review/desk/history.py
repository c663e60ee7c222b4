"""Decisions in the history of an article, beside what happened to it otherwise. The ledger stays the proof."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log

from articles.models import ArticlePage, ReviewDecision
from portal.models import User

LOG_ACTION = "articles.medical_review"


@receiver(post_save, sender=ReviewDecision)
def note_in_history(instance: ReviewDecision, created: bool, raw: bool = False, **_signal) -> None:
    """Writes a decision into the history of its article, if that is still there."""
    page = ArticlePage.objects.filter(pk=instance.page_id).first() if created and not raw else None
    if page is None:
        return
    values = {"outcome": instance.outcome, "person": instance.reviewer_name, "note": instance.note}
    log(
        instance=page,
        action=LOG_ACTION,
        user=User.objects.filter(pk=instance.reviewer_id).first(),
        title=instance.page_title,
        data=values,
    )


def register_decisions(actions) -> None:
    """What the history of a page says about a decision."""

    @actions.register_action(LOG_ACTION)
    class MedicalReview(LogFormatter):
        label = gettext_lazy("Medical review")

        def format_message(self, log_entry):
            outcomes = dict(ReviewDecision.Outcome.choices)
            return _("Medical review by %(person)s: %(outcome)s") % {
                "person": log_entry.data.get("person", ""),
                "outcome": outcomes.get(log_entry.data.get("outcome"), ""),
            }

        def format_comment(self, log_entry):
            return log_entry.data.get("note", "")
