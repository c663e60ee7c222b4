"""The form with which somebody says that a comment breaks the rules. What was typed is never lost."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.models import Report
from comments.models.report import LONGEST


class ReportForm(forms.Form):
    """What is wrong, and words if somebody likes to. ``website`` is for programs: people never see it."""

    category = forms.ChoiceField(
        choices=Report.Category.choices,
        widget=forms.RadioSelect,
        label=_("What is wrong with this comment?"),
        error_messages={
            "required": _("Please choose what is wrong."),
            "invalid_choice": _("Please choose what is wrong."),
        },
    )
    words = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=_("In your words"),
        help_text=_("You may leave this empty. Please write nothing about yourself: we can’t answer."),
    )
    website = forms.CharField(
        required=False,
        label=_("Leave this field empty"),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_words(self) -> str:
        """A line break counts as one character, as it does in the browser."""
        return self.cleaned_data["words"].replace("\r\n", "\n").replace("\r", "\n")

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            del self.fields["website"].widget.attrs["tabindex"]  # the page shows it now
            raise forms.ValidationError(_("This field is a trap for programs. Please empty it and send again."))
        return ""
