"""What an editor fills in: which newsletter, the words above the articles and their order, when it goes out."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from consent.models import NewsletterIssue, Purpose
from consent.newsletter.composing import LONGEST_INTRODUCTION, change, compose, languages_of
from consent.newsletter.sending import plan, start
from consent.newsletter.sources import Entry, entries_of
from portal.models import User


class PurposeField(forms.ModelChoiceField):
    """Newsletters by their words."""

    def label_from_instance(self, purpose):
        words = next((words.label for words in purpose.words.all()), purpose.code)
        return f"{purpose.site.site_name or purpose.site.hostname}: {words}"


class ComposeForm(forms.Form):
    """Which newsletter a new issue is for."""

    purpose = PurposeField(
        queryset=Purpose.objects.filter(kind=Purpose.Kind.NEWSLETTER, is_offered=True)
        .select_related("site")
        .prefetch_related("words"),
        label=_("Newsletter"),
        help_text=_("The issue is filled with the articles that are new since its last one."),
    )

    def compose(self, by: User) -> NewsletterIssue | None:
        """The issue, or None where nothing is new. Raises ``ValidationError``."""
        return compose(self.cleaned_data["purpose"], by=by)


class IssueForm(forms.Form):
    """The words above the articles in each language, and the place of each article."""

    def __init__(self, issue: NewsletterIssue, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.issue = issue
        self.entries: dict[str, list[Entry]] = {
            language: entries_of(issue.articles, issue.purpose.site, language)
            for language in languages_of(issue.purpose)
        }
        for language, entries in self.entries.items():
            self.fields[f"introduction_{language}"] = forms.CharField(
                required=False,
                max_length=LONGEST_INTRODUCTION,
                initial=issue.introductions.get(language, ""),
                widget=forms.Textarea(attrs={"rows": 4}),
                label=_("Words above the articles"),
                help_text=_("Plain text, if you like. Whoever reads another language gets none of it."),
            )
            for place, entry in enumerate(entries, start=1):
                self.fields[f"place_{entry.page_id}"] = forms.IntegerField(
                    required=False,
                    min_value=1,
                    max_value=999,
                    initial=place,
                    label=_t("Place of “%(title)s”. Empty: left out") % {"title": entry.title},
                )

    @property
    def gone(self) -> int:
        """How many articles of the issue no reader can be shown at present."""
        return len(set(self.issue.articles) - {entry.page_id for each in self.entries.values() for entry in each})

    @property
    def languages(self):
        """Of each language its name, the field for its words, and each entry with the field for its place."""
        names = dict(settings.LANGUAGES)
        for language, entries in self.entries.items():
            rows = [(entry, self[f"place_{entry.page_id}"]) for entry in entries]
            yield names.get(language, language), self[f"introduction_{language}"], rows

    def save(self) -> NewsletterIssue:
        """Changes the issue. Raises ``ValidationError``."""
        shown = [entry.page_id for entries in self.entries.values() for entry in entries]
        places = {pk: self.cleaned_data[f"place_{pk}"] for pk in shown}
        kept = sorted((pk for pk in shown if places[pk] is not None), key=lambda pk: places[pk])
        kept += [pk for pk in self.issue.articles if pk not in places]  # they may be open to all again by then
        words = {language: self.cleaned_data[f"introduction_{language}"] for language in self.entries}
        return change(self.issue, introductions=words, articles=kept)


class SendForm(forms.Form):
    """Now, or at a time."""

    NOW, LATER = "now", "later"

    when = forms.ChoiceField(
        choices=[(NOW, _("Now")), (LATER, _("At a time"))], initial=NOW, widget=forms.RadioSelect, label=_("When")
    )
    send_at = forms.DateTimeField(required=False, widget=AdminDateTimeInput, label=_("Date and time"))

    def clean(self):
        answers = super().clean() or {}
        if answers.get("when") == self.LATER and "send_at" not in self.errors:
            moment = answers.get("send_at")
            if moment is None:
                self.add_error("send_at", _t("Say when it is to go out."))
            elif moment <= timezone.now():
                self.add_error("send_at", _t("This moment has passed."))
        return answers

    def send(self, issue: NewsletterIssue, by: User) -> NewsletterIssue:
        """Begins or plans the issue. Raises ``ValidationError`` with what stands in the way."""
        if self.cleaned_data["when"] == self.LATER:
            return plan(issue, self.cleaned_data["send_at"], by=by)
        return start(issue, by=by)
