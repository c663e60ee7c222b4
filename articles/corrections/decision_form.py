"""The form with which an editor decides on a report. The rules stand in ``handling``; here they meet their fields."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.corrections.handling import correct_meaning, correct_wording, dismiss
from articles.models import CorrectionReport
from articles.models.correction import LONGEST_NOTE, LONGEST_REASON
from portal.models import User

Outcome = CorrectionReport.Outcome


class DecisionForm(forms.Form):
    """The outcome, the reason for colleagues, the note for readers."""

    outcome = forms.ChoiceField(
        choices=[choice for choice in Outcome.choices if choice[0] != Outcome.OPEN],
        widget=forms.RadioSelect,
        label=_("Outcome"),
        help_text=_(
            "If the meaning changes, the approval of the present text is withdrawn and a reviewer looks again."
        ),
    )
    reason = forms.CharField(
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=_("Reason"),
        help_text=_("For your colleagues: what you checked, and what you found. Readers never see it."),
    )
    public_note = forms.CharField(
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Note for readers"),
        help_text=_(
            "For corrections: what the article said and what it says now, in plain words. Stands under the article."
        ),
    )
    is_approved_already = forms.BooleanField(
        required=False,
        label=_("The corrected text is online already"),
        help_text=_("A reviewer approved it after this report came in, so its approval stays."),
    )

    def __init__(self, *args, has_later_approval: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_later_approval:
            del self.fields["is_approved_already"]

    def decide(self, *, report_id: int, user: User) -> CorrectionReport:
        """Records the chosen outcome. Raises ``ValidationError`` with the fields that are wrong."""
        answers = dict(self.cleaned_data)
        outcome = answers.pop("outcome")
        if outcome == Outcome.UNFOUNDED:
            return dismiss(report_id=report_id, user=user, reason=answers["reason"])
        if outcome == Outcome.WORDING:
            answers.pop("is_approved_already", None)
            return correct_wording(report_id=report_id, user=user, **answers)
        return correct_meaning(report_id=report_id, user=user, **answers)
