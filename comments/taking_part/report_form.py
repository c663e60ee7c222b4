"""The form with which somebody says that a comment breaks the rules. What was typed is never lost."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.models import Report
from comments.models.report import LONGEST
from consent.addresses import holds_address

_ADDRESS_FOUND = _(
    "This looks like an e-mail address. We can't answer, since we keep no addresses. Please take it out and send again."
)


class ReportForm(forms.Form):
    """What is wrong, and words if somebody likes to. ``website`` is for programs: people never see it.

    ``about``: the text of the comment, which the words may quote.
    """

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

    def __init__(self, *args, about: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.about = about

    def clean_words(self) -> str:
        """Without an address: nobody agreed that we keep it (DESIGN.md, C1)."""
        words = self.cleaned_data["words"].replace("\r\n", "\n").replace("\r", "\n")
        if holds_address(words, known_text=self.about):
            raise forms.ValidationError(_ADDRESS_FOUND)
        return words

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            del self.fields["website"].widget.attrs["tabindex"]  # the page shows it now
            raise forms.ValidationError(_("This field is a trap for programs. Please empty it and send again."))
        return ""
