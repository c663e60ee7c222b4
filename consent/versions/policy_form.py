"""The editor's form of a policy page."""

from django.utils.translation import gettext as _

from consent.models.version import Change
from consent.versions.policy_words import rules_of, words_of
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

    def clean(self):
        """Rules stand on a page of rules alone, and each has a code of its own."""
        cleaned = super().clean()
        rules = cleaned.get("rules") or []
        if rules and cleaned.get("role") != self.instance.Role.RULES:
            self.add_error("rules", _("Rules one by one belong on a page with the role “Community rules”."))
        codes = [rule.value["code"] for rule in rules]
        if twice := {code for code in codes if codes.count(code) > 1}:
            self.add_error("rules", _("Two rules have the code “%s”. Decisions name a rule by it.") % min(twice))
        return cleaned

    def differs(self):
        newest = self._newest()
        if newest is None:
            return False
        return newest.text != words_of(self.instance) or newest.content.get("rules", []) != rules_of(self.instance)

    def save(self, commit=True):
        if "what_changed" in self.fields:
            self.instance.state(change=self.cleaned_data["change"], what_changed=self.cleaned_data["what_changed"])
        return super().save(commit=commit)

    def _newest(self):
        return self.instance.published_texts.first() if self.instance.pk else None
