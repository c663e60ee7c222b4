"""Scores a text with the model that ``COMMENT_MODEL`` names. Off without it. Nothing leaves the server, nothing is
downloaded; a file that can't be read makes comments wait for a moderator.
"""

from collections.abc import Iterable

from django.conf import settings

from comments.screening.detector import About, Found
from comments.screening.model_file import model_in
from comments.screening.text import Text


class LocalModel:
    """Finds texts that resemble those that moderators did not publish."""

    name = "local-model"

    @property
    def version(self) -> int:
        """The model's own."""
        return model_in(settings.COMMENT_MODEL).version

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """At most one finding, over the whole text: a score has no place in it."""
        model = model_in(settings.COMMENT_MODEL)
        score = model.score(text.folded)
        if score >= model.threshold:
            reason = f"The local model scores this {score:.2f}, and {model.threshold:.2f} is a reason to look closely"
            yield Found(model.category, 0, len(text.typed), reason)
