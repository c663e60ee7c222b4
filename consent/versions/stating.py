"""Whoever changes words that people agree to says what changed, and whether it matters (GDPR, articles 7 and 13).

A material change after the first version needs its sentence: people who agreed are asked again, and are told why
(``rules.standing`` says of which texts). A change is material unless the editor says otherwise.
"""

from typing import Any

from django.utils.translation import gettext as _

from consent.models.version import Change


class StatesChange:
    """For forms with the fields ``change`` and ``what_changed``."""

    def differs(self) -> bool:
        """Whether the instance has other words than its newest version. False if there is none."""
        raise NotImplementedError

    @property
    def is_material(self) -> bool:
        """What the editor says of the change."""
        return self.cleaned_data.get("change") != Change.EDITORIAL  # type: ignore[attr-defined]

    def _post_clean(self: Any) -> None:
        super()._post_clean()  # type: ignore[misc]
        if getattr(self, "is_deferred_validation", False) or self.errors or "what_changed" not in self.fields:
            return
        if self.is_material and not self.cleaned_data["what_changed"].strip() and self.differs():
            sentence = _("Say in a sentence what changed: readers see it, and so do people who are asked again.")
            self.add_error("what_changed", sentence)
