"""Why a review can't be made or found."""

from django.core.exceptions import ValidationError


class NotReviewableError(Exception):
    """A part of an article can't say what is to be reviewed, so that the whole has no canonical text."""


class SigningRefusedError(ValidationError):
    """A decision that must not be recorded. ``reasons`` are sentences for the person who wanted to sign."""

    def __init__(self, reasons: list[str]):
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(self.reasons)


class TextChangedError(SigningRefusedError):
    """The text is no longer the one that the reviewer was shown."""
