"""Forms about somebody who comments. The rules stand in ``rules.sanctions_imposing`` and ``rules.commenters``."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.models import Commenter, Sanction
from comments.rules.commenters import LONGEST_NOTE
from comments.rules.sanctions_imposing import LONGEST_DAYS, LONGEST_REASON, rules_to_cite


class NoteForm(forms.Form):
    """A note for colleagues."""

    text = forms.CharField(
        max_length=LONGEST_NOTE,
        label=_("Note for colleagues"),
        help_text=_("What the next moderator should know. No address and no full name: it goes with the person."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SanctionForm(forms.Form):
    """Which sanction, by which rule, why, and for how long."""

    kind = forms.ChoiceField(choices=Sanction.Kind.choices, widget=forms.RadioSelect, label=_("Sanction"))
    rule_code = forms.ChoiceField(label=_("Rule"), help_text=_("The one that was broken."))
    reason = forms.CharField(
        max_length=LONGEST_REASON,
        label=_("Reason"),
        help_text=_("The person reads it. Say what happened, and what would be fine."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    days = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=LONGEST_DAYS,
        label=_("Days"),
        help_text=_("Empty: without an end. A pause needs one."),
    )

    def __init__(self, *args, commenter: Commenter, **kwargs):
        super().__init__(*args, **kwargs)
        rules = rules_to_cite(commenter.site_id)
        choices = [(rule.code, f"{rule.number}. {rule.sentence}") for rule in rules]
        self.fields["rule_code"].choices = [("", "---------"), *choices]  # type: ignore[attr-defined]

    def clean(self):
        cleaned = super().clean()
        if cleaned and cleaned.get("kind") == Sanction.Kind.PAUSED and not cleaned.get("days") and not self.errors:
            self.add_error("days", _("Say for how many days."))
        return cleaned


class MemorialForm(forms.Form):
    """Whether the mark is to stand."""

    is_memorial = forms.BooleanField(required=False, widget=forms.HiddenInput)
