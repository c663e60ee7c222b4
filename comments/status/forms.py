"""What an author may send from their comment's page. What was typed is shown again, whatever is wrong with it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.models import Comment
from comments.models.appeal import LONGEST as LONGEST_APPEAL
from comments.models.comment import LONGEST
from comments.rules.wording import says_something


class Words(forms.CharField):
    """Some lines of text. A line break counts as one character, as it does in the browser."""

    def __init__(self, *, rows: int, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value):
        words = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n").strip()
        return words if says_something(words) else ""


class RewriteForm(forms.Form):
    """Other words, and which ones the author had before them. A number that is not one of ours is one of the past."""

    text = Words(
        rows=10,
        max_length=LONGEST,
        label=_("Your comment"),
        error_messages={"required": _("Please write something, or withdraw the comment.")},
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_revision(self) -> int:
        return self.cleaned_data["revision"] or 0

    @classmethod
    def of(cls, comment: Comment, typed: str | None = None) -> "RewriteForm":
        """The form with what is there now, or with what somebody ``typed`` on top of it."""
        return cls(initial={"text": comment.comment if typed is None else typed, "revision": comment.revision})


class AppealForm(forms.Form):
    """Why somebody else should look again."""

    words = Words(
        rows=6,
        max_length=LONGEST_APPEAL,
        label=_("Why should the decision be changed?"),
        error_messages={"required": _("Please say why, in a few words.")},
    )
