"""The screen on which the open reports of one comment are settled, together. Nobody sees who reported."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from comments.desk.comment_forms import RuleForm
from comments.desk.comment_shown import article_url, open_reports
from comments.desk.comment_views import AboutCommentMixin
from comments.desk.screens import url_of
from comments.models import Comment, Report
from comments.rules.hearing_reports import may_be_judged, refuse, uphold
from comments.rules.reporting import weights_of

RIGHT, STAYS = "right", "stays"
MOST = 100  # reports that are settled at once


def numbers_of(reports: list[Report]) -> str:
    """The numbers of reports, for a hidden field."""
    return ",".join(str(report.pk) for report in reports)


class SettleForm(RuleForm):
    """Whether the reports are right. Carries the numbers of those that were on the screen."""

    outcome = forms.ChoiceField(widget=forms.RadioSelect, label=_("Are the reports right?"))
    reports = forms.CharField(widget=forms.HiddenInput, max_length=2000)
    field_order = ["outcome", "rule_code", "to_author"]

    def __init__(self, *args, comment: Comment, shown: list[Report], **kwargs):
        super().__init__(*args, comment=comment, **kwargs)
        self.initial["reports"] = numbers_of(shown)
        taken_down = _("Yes: take the comment down") if may_be_judged(comment) else _("Yes: it is gone already")
        choices = [(RIGHT, taken_down), (STAYS, _("No: the comment stays where it is"))]
        self.fields["outcome"].choices = choices  # type: ignore[attr-defined]
        if not may_be_judged(comment):
            del self.fields["rule_code"], self.fields["to_author"]

    def clean_reports(self) -> list[int]:
        numbers = self.cleaned_data["reports"].split(",")
        return [int(number) for number in numbers if number.isdecimal() and len(number) < 19]  # fits the column


class ReportView(AboutCommentMixin):
    """Shows what is reported of one comment, and settles it."""

    template_name = "conversation/desk/report.html"
    form_class = SettleForm
    page_title = _("Reports of a comment")
    header_icon = "thumbtack"
    above = [("reports", _("Reports of comments"))]
    button = _("Settle the reports")
    read_anew = ("comment", "open_ones")
    done = _("The reports are settled.")

    @cached_property
    def open_ones(self) -> list[Report]:
        return open_reports(self.comment)[:MOST]

    def get_back_url(self):
        return url_of("reports")

    def renew(self, form):
        super().renew(form)
        form.data["reports"] = numbers_of(self.open_ones)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "shown": self.open_ones}

    def carry_out(self, form):
        answers, by = form.cleaned_data, self.user
        about = {"by": by, "seen": form.seen, "reports": answers["reports"]}
        if answers["outcome"] == STAYS:
            refuse(self.comment.pk, **about)
        else:
            words = {name: answers.get(name, "") for name in ("rule_code", "to_author")}
            uphold(self.comment.pk, **about, **words)

    def get_context_data(self, **kwargs):
        weights = weights_of(report.reporter for report in self.open_ones)
        return {
            **super().get_context_data(**kwargs),
            "comment": self.comment,
            "article_url": article_url(self.comment),
            "open_ones": [(report, weights[report.reporter]) for report in self.open_ones],
        }
