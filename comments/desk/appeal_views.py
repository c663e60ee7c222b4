"""The screen of an appeal: the comment as it was judged, the rule as its author accepted it, what the author says."""

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from comments.desk.comment_forms import SeenForm
from comments.desk.comment_shown import article_url, comment_with_all, entries_of
from comments.desk.comment_views import AboutCommentMixin
from comments.desk.refusals import WORDS
from comments.desk.screens import url_of
from comments.models import Appeal, Comment, CommentRevision
from comments.rules.appealing import APPEALABLE, hear, why_not_hear

Outcome = Appeal.Outcome


class HearForm(SeenForm):
    """The outcome, and what the author is told."""

    outcome = forms.ChoiceField(
        choices=[
            (Outcome.UPHELD.value, _("Uphold: the decision stands")),
            (Outcome.OVERTURNED.value, _("Overturn: publish the comment")),
        ],
        widget=forms.RadioSelect,
        label=_("Outcome"),
    )
    note = forms.CharField(
        max_length=1000,
        label=_("Answer to the author"),
        help_text=_("They read it. Say what you looked at, and why you come to this."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AppealView(AboutCommentMixin):
    """Shows an appeal, and hears it."""

    template_name = "conversation/desk/appeal.html"
    form_class = HearForm
    page_title = _("Appeal")
    header_icon = "rotate"
    above = [("appeals", _("Appeals"))]
    button = _("Record the outcome")
    read_anew = ("appeal", "comment")
    done = _("The outcome is recorded. The author hears of it.")

    @cached_property
    def appeal(self) -> Appeal:
        return get_object_or_404(Appeal.objects.select_related("heard_by"), pk=self.kwargs["pk"])

    @cached_property
    def comment(self) -> Comment:
        return get_object_or_404(comment_with_all(self.appeal.comment_id))

    def get_back_url(self):
        return url_of("appeals")

    def carry_out(self, form):
        answers = form.cleaned_data
        hear(self.appeal, answers["outcome"], by=self.user, note=answers["note"], seen=form.seen)

    def get_context_data(self, **kwargs):
        entries = entries_of(self.comment)
        against = next((each for each in entries if each.decision.number == self.appeal.decision_number), None)
        waits = self.appeal.outcome == Outcome.OPEN and self.comment.state in APPEALABLE
        code = why_not_hear(self.comment, self.user) if waits else ""
        return {
            **super().get_context_data(**kwargs),
            "appeal": self.appeal,
            "comment": self.comment,
            "article_url": article_url(self.comment),
            "entries": entries,
            "against": against,
            "judged": judged_wording(self.comment, against.decision.revision) if against else None,
            "waits": waits,
            "why_not": WORDS[code] if code else "",
        }


def judged_wording(comment: Comment, number: int) -> CommentRevision | None:
    """The wording that a decision was about. One query."""
    return comment.revisions.filter(number=number).first()
