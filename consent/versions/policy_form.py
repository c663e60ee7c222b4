"""The editor's form of a policy page."""

from django.utils.translation import gettext as _

from consent.models.version import Change
from consent.versions.policy_words import words_of
from consent.versions.stating import StatesChange
from portal.models.pages import StandardPageForm


class PolicyPageForm(StatesChange, StandardPageForm):
    """Asks what changed when the words differ from the newest version. A role that was published with stays."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        newest = self._newest()
        if role := self.fields.get("role"):
            role.required = True
            if newest:
                role.disabled = True
                role.help_text = _("Versions were published under this role: it stays.")
        if newest and newest.text == words_of(self.instance):  # what was stated of these words is told already
            self.initial |= {"change": Change.MATERIAL, "what_changed": ""}

    def differs(self):
        newest = self._newest()
        return newest is not None and newest.text != words_of(self.instance)

    def save(self, commit=True):
        if "what_changed" in self.fields:
            self.instance.state(change=self.cleaned_data["change"], what_changed=self.cleaned_data["what_changed"])
        return super().save(commit=commit)

    def _newest(self):
        return self.instance.published_texts.first() if self.instance.pk else None
