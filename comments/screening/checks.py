"""Whether every detector of ``settings.COMMENT_DETECTORS`` is there and says what it is, for ``manage.py check``."""

from collections import Counter
from collections.abc import Iterator

from django.conf import settings
from django.core import checks

from comments.screening.detector import detector_named
from comments.screening.model_file import ModelFileError, model_in

LONGEST_NAME, HIGHEST_VERSION = 40, 32_767  # as the columns of a finding are


@checks.register(checks.Tags.models)
def detectors_are_sound(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """One error for each that is not."""
    if settings.COMMENT_MODEL:
        try:
            model_in(settings.COMMENT_MODEL)
        except ModelFileError as fault:
            return [_error(f"The file that COMMENT_MODEL names is no model: {fault}.", 1)]
    return [*_each(), *_doubles()]


def _each() -> Iterator[checks.CheckMessage]:
    for dotted_name in settings.COMMENT_DETECTORS:
        try:
            detector = detector_named(dotted_name)
        except Exception:  # noqa: BLE001 - whatever its module does
            yield _error(f"The detector “{dotted_name}” leads nowhere, or can't be made.", 2)
            continue
        name, version = getattr(detector, "name", None), getattr(detector, "version", None)
        if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
            yield _error(f"The detector “{dotted_name}” needs a name of 1 to {LONGEST_NAME} characters.", 3)
        if not isinstance(version, int) or not 0 < version <= HIGHEST_VERSION:
            yield _error(f"The detector “{dotted_name}” needs a version: a whole number from 1 on.", 4)
        if not callable(getattr(detector, "find", None)):
            yield _error(f"The detector “{dotted_name}” finds nothing: it has no method “find”.", 5)


def _doubles() -> Iterator[checks.CheckMessage]:
    names: list[str] = []
    for dotted_name, count in Counter(settings.COMMENT_DETECTORS).items():
        if count > 1:
            yield _error(f"The detector “{dotted_name}” is listed {count} times.", 6)
        try:
            names.append(str(detector_named(dotted_name).name))
        except Exception:  # noqa: BLE001, S112 - told of above
            continue
    for name, count in Counter(names).items():
        if count > 1:
            yield _error(f"{count} detectors have the name “{name}”: what each finds could not be told apart.", 7)


def _error(sentence: str, number: int) -> checks.Error:
    return checks.Error(sentence, hint="See docs/detectors.md.", id=f"comments.E{number:03}")
