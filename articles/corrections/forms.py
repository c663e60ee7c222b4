"""The form with which readers report an error. What was typed is never lost."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import ArticlePage
from articles.models.correction import LONGEST_MESSAGE, LONGEST_PASSAGE
from consent.addresses import holds_address

_DIGEST = re.compile(r"v\d{1,4}:[0-9a-f]{64}")
_ADDRESS_FOUND = _(
    "This looks like an e-mail address. We can't answer, since we keep no addresses. Please take it out and send again."
)


class Words(forms.CharField):
    """Some lines of text. A line break counts as one character, as it does in the browser."""

    def __init__(self, *, rows: int, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value):
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class ReportForm(forms.Form):
    """What is wrong, where, and in which version. ``website`` is for programs: people never see it."""

    passage = Words(
        rows=3,
        required=False,
        max_length=LONGEST_PASSAGE,
        label=_("The passage"),
        help_text=_("Copy the words from the article, if the error is in one place. You may leave this empty."),
    )
    message = Words(
        rows=6,
        max_length=LONGEST_MESSAGE,
        label=_("What is wrong?"),
        help_text=_(
            "Tell us where a correct statement can be found, if you know. Please write nothing about yourself."
        ),
        error_messages={"required": _("Please say what is wrong.")},
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)
    website = forms.CharField(
        required=False,
        label=_("Leave this field empty"),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, article: ArticlePage, **kwargs):
        super().__init__(*args, **kwargs)
        self.article = article

    def clean_passage(self) -> str:
        return self._without_address("passage")

    def clean_message(self) -> str:
        return self._without_address("message")

    def clean_version(self) -> str:
        """The digest that the page gave out; nothing if somebody put something else there."""
        version = self.cleaned_data["version"]
        return version if _DIGEST.fullmatch(version) else ""

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            del self.fields["website"].widget.attrs["tabindex"]  # the page shows it now
            raise forms.ValidationError(_("This field is a trap for programs. Please empty it and send again."))
        return ""

    def _without_address(self, name: str) -> str:
        text = self.cleaned_data[name]
        if holds_address(text, known_text=f"{self.article.title}\n{self.article.plain_text()}"):
            raise forms.ValidationError(_ADDRESS_FOUND)
        return text
