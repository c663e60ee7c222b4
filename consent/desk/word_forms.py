"""Forms for words that stand beside a box. Saving one publishes it: readers see no draft of a notice.

What names a text in the ledger (community, language, place, code) never changes once a version was published.
"""

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from consent.models import Purpose
from consent.models.version import Change
from consent.versions.notices import publish_notice, words_of
from consent.versions.purposes import differs_from_newest, publish_purpose
from consent.versions.stating import StatesChange


class TextForm(StatesChange, WagtailAdminModelForm):
    """Asks what changed; fixes what the ledger knows a text by."""

    change = forms.ChoiceField(label=_("Kind of change"), choices=Change.choices, initial=Change.MATERIAL)
    what_changed = forms.CharField(
        label=_("What changed"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence for readers. People who are asked again see it."),
    )
    fixed: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.published_texts.exists():
            for name in self.fixed:
                self.fields[name].disabled = True

    @transaction.atomic
    def save(self, commit=True):
        saved = super().save(commit=commit)
        if commit:
            self.publish()
        return saved

    def publish(self) -> None:
        """Publishes what was saved."""
        raise NotImplementedError

    def statement(self) -> dict:
        """What the editor says of the change, and who they are."""
        stated = {"is_material": self.is_material, "what_changed": self.cleaned_data["what_changed"].strip()}
        return {**stated, "by": self.for_user}


class NoticeForm(TextForm):
    """A notice whose every part says something."""

    fixed = ("site", "language", "code")

    def differs(self):
        newest = self.instance.published_texts.first() if self.instance.pk else None
        return newest is not None and newest.text != words_of(self.instance)

    def publish(self):
        publish_notice(self.instance, **self.statement())


class PurposeForm(TextForm):
    """A purpose that a reader can understand and the portal can keep to."""

    fixed = ("site", "code", "kind")

    def clean(self):
        cleaned = super().clean()
        topic, site = cleaned.get("topic"), cleaned.get("site")
        is_newsletter = cleaned.get("kind") == Purpose.Kind.NEWSLETTER
        if topic and not is_newsletter:
            self.add_error("topic", _t("Only a newsletter has a topic."))
        elif topic and site and not (topic.path.startswith(site.root_page.path) and topic.pk != site.root_page_id):
            self.add_error("topic", _t("This page does not belong to the community: its readers would get other news."))
        if is_newsletter and cleaned.get("most_a_month") == 0:
            self.add_error("most_a_month", _t("A newsletter that never comes can't be offered. Say at least 1."))
        if cleaned.get("is_offered") and self.formsets["words"].is_valid() and not self.labels():
            self.add_error("is_offered", _t("Write the words beside the box in at least one language first."))
        return cleaned

    def labels(self) -> dict[str, str]:
        """The words that were typed, by their language."""
        rows = [form.cleaned_data for form in self.formsets["words"].forms if form.is_valid()]
        return {row["language"]: row["label"] for row in rows if row and not row.get("DELETE")}

    def differs(self):
        return bool(self.instance.pk) and differs_from_newest(self.instance, self.labels())

    def publish(self):
        publish_purpose(self.instance, **self.statement())
