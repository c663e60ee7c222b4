"""What a reviewer fills in. The form asks for what each decision needs and puts each wish beside its field; whether the
decision may be taken is asked again, and finally, by ``articles.review.signing``.
"""

from typing import cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput

from articles.review.calendar import LONGEST_MONTHS, latest_due_day, proposed_due_day
from articles.review.desk.passages import place_with
from articles.review.desk.screen import ReviewScreen
from articles.review.recording import Declaration
from articles.review.signing import CHECKLIST

APPROVE, CHANGES, DECLINE = "approve", "changes", "decline"
NO_INTERESTS = gettext_lazy("None")
EMPTY_ROWS = 3  # for notes on passages, without script
MOST_ROWS = 60
LONGEST = 4000  # characters of a note


class PassageForm(forms.Form):
    """A note that is tied to a part of the text, to words of it, or to both."""

    place = forms.CharField(label=gettext_lazy("Part of the text"), required=False, max_length=200)
    words = forms.CharField(
        label=gettext_lazy("Words in question"), required=False, max_length=LONGEST, widget=AdminAutoHeightTextInput
    )
    note = forms.CharField(
        label=gettext_lazy("What should change"), required=False, max_length=LONGEST, widget=AdminAutoHeightTextInput
    )

    def __init__(self, *args, places=(), **kwargs):
        super().__init__(*args, **kwargs)
        # What was chosen stays a choice, even if the text changed meanwhile and the part is gone.
        chosen = self.data.get(self.add_prefix("place"), "") if self.is_bound else ""
        known = [*places, *([chosen] if chosen and chosen not in places else [])]
        choices = [("", _("Where the words stand")), *((place, place) for place in known)]
        self.fields["place"].widget = forms.Select(choices=choices)

    def clean(self):
        super().clean()
        values = self.cleaned_data
        if (values.get("words") or values.get("place")) and not values.get("note"):
            self.add_error("note", _("Say what should change here."))
        if values.get("note") and not values.get("words") and not values.get("place"):
            self.add_error("place", _("Choose a part of the text, or quote its words."))
        return values


class _PassageFormSet(BaseFormSet):
    """The rows that hold something, as the ledger keeps them."""

    @property
    def is_used(self) -> bool:
        """Whether anything was typed into a row."""
        return any(form.has_changed() for form in self.forms)

    def filled(self, lines) -> list[dict[str, str]]:
        """Each note with its words and the part of the text in which they stand."""
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data.get("note")]
        return [
            {
                "place": row["place"] or place_with(row["words"], lines),
                "words": row["words"],
                "note": row["note"],
            }
            for row in rows
        ]


PassageFormSet = cast(
    type[_PassageFormSet],
    formset_factory(PassageForm, formset=_PassageFormSet, extra=EMPTY_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS),
)


class DecisionForm(forms.Form):
    """Declaration of interest, checklist, date, notes, and which of the three decisions is taken."""

    interests = forms.CharField(
        label=gettext_lazy("Your interests in this subject"),
        required=False,
        max_length=LONGEST,
        widget=AdminAutoHeightTextInput,
        help_text=gettext_lazy("Fees, shares, studies, family: what a reader would want to know. It is published."),
    )
    has_none = forms.BooleanField(label=gettext_lazy("I have none"), required=False)
    checklist = forms.MultipleChoiceField(
        label=gettext_lazy("Checklist"),
        required=False,
        choices=list(CHECKLIST.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    note = forms.CharField(
        label=gettext_lazy("Note to the editors"),
        required=False,
        max_length=LONGEST,
        widget=AdminAutoHeightTextInput,
        help_text=gettext_lazy("Needed if you ask for changes. Readers don't see it."),
    )
    due_on = forms.DateField(label=gettext_lazy("Next review due"), required=False, widget=AdminDateInput)
    shown = forms.CharField(required=False, max_length=80)
    shown_text = forms.CharField(required=False, strip=False)
    shown_terms = forms.CharField(required=False, max_length=80)
    seen = forms.IntegerField(required=False, min_value=0)

    def __init__(self, data=None, *, screen: ReviewScreen):
        super().__init__(data, initial={"due_on": proposed_due_day(screen.today)})
        self.screen = screen
        self.fields["due_on"].help_text = _("At the latest in %(months)d months: %(day)s.") % {
            "months": LONGEST_MONTHS,
            "day": latest_due_day(screen.today).isoformat(),
        }
        self.passages = PassageFormSet(data, prefix="passages", form_kwargs={"places": screen.places})

    @property
    def media(self):
        return super().media + self.passages.media

    @property
    def action(self) -> str:
        """Which button was pressed."""
        return next((name for name in (APPROVE, CHANGES, DECLINE) if f"action-{name}" in self.data), "")

    def is_valid(self):
        return all([super().is_valid(), self.passages.is_valid()])  # both, so that everything is named at once

    def clean(self):
        super().clean()
        needs = {APPROVE: self._needed_to_approve, CHANGES: self._needed_for_changes, DECLINE: self._needed_to_decline}
        if not self.action:
            self.add_error(None, _("Press one of the buttons: approve, ask for changes, or decline."))
        else:
            needs[self.action]({name: self.cleaned_data.get(name) for name in self.fields})
        return self.cleaned_data

    def _needed_to_approve(self, values):
        if not values["interests"] and not values["has_none"]:
            self.add_error("interests", _("Declare your interests, or tick that you have none."))
        if values["interests"] and values["has_none"]:
            self.add_error("interests", _("You ticked that you have none. Take the tick away, or these words."))
        if set(values["checklist"] or ()) != set(CHECKLIST):
            self.add_error("checklist", _("Tick every point, or ask for changes."))
        if values["shown_terms"] != self.screen.terms_digest:
            self.add_error(None, _("An explanation of the glossary changed while you read. Look at “Words explained”."))
        latest = latest_due_day(self.screen.today)
        if "due_on" in self.errors:
            return
        if not values["due_on"]:
            self.add_error("due_on", _("Say when the next review is due."))
        elif not self.screen.today < values["due_on"] <= latest:
            self.add_error(
                "due_on", _("Choose a day after today, %(day)s at the latest.") % {"day": latest.isoformat()}
            )

    def _needed_for_changes(self, values):
        if not values["note"] and not self.passages.is_used:
            self.add_error("note", _("Say what should change, here or at a passage."))

    def _needed_to_decline(self, values):
        if not values["interests"] or values["has_none"]:
            self.add_error("interests", _("Name the conflict of interest."))

    @property
    def declaration(self) -> Declaration:
        """What is declared, of a valid form."""
        values = self.cleaned_data
        return Declaration(
            interests=values["interests"] or (str(NO_INTERESTS) if values["has_none"] else ""),
            checklist={name: name in values["checklist"] for name in CHECKLIST},
            note=values["note"],
            passages=self.passages.filled(self.screen.lines),
            due_on=values["due_on"],
        )

    def refuse(self, reasons) -> None:
        """Shows why the decision was not taken; everything that was typed stays."""
        for reason in reasons:
            self.add_error(None, reason)

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """Every error with the id of its field, for the summary; of what belongs to no field, the id is empty."""
        found = [("", str(message)) for message in self.non_field_errors()]
        for bound in [*self, *(field for form in self.passages.forms for field in form)]:
            found += [(bound.id_for_label or bound.auto_id, str(message)) for message in bound.errors]
        return found + [("", str(message)) for message in self.passages.non_form_errors()]


class WithdrawForm(forms.Form):
    """Why an approval is taken back."""

    note = forms.CharField(
        label=gettext_lazy("Why it is withdrawn"),
        max_length=LONGEST,
        widget=AdminAutoHeightTextInput,
        help_text=gettext_lazy("Kept with the decision. It stands in the history of the article."),
    )
