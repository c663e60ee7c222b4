"""Detectors for tests: some sound, most with a defect."""

from comments.screening.detector import Category, Found
from portal.models import User


def dotted(detector) -> str:
    """Its name as it stands in the settings. A string is one already."""
    return detector if isinstance(detector, str) else f"{detector.__module__}.{detector.__qualname__}"


class Sound:
    name, version = "sound", 1

    def find(self, text, about):
        yield Found(Category.OTHER, 0, 4, "A reason")


class SoundToo(Sound):
    name = "sound-too"


class Raising:
    name, version = "raising", 1

    def find(self, text, about):
        yield Found(Category.OTHER, 0, 4, "A reason")
        raise ValueError(text.typed)


class Nameless:
    version = 1

    def find(self, text, about):
        return []


class Unversioned:
    name, version = "unversioned", "one"

    def find(self, text, about):
        return []


class Unmade(Sound):
    def __init__(self, needed):
        self.needed = needed


class Odd(Sound):
    def find(self, text, about):
        return [Found("no-such-category", 0, 4, "A reason")]


class Wordless(Sound):
    def find(self, text, about):
        return [Found(Category.OTHER, 0, 4, None)]


class Querying(Sound):
    name = "querying"

    def find(self, text, about):
        return [Found(Category.OTHER, 0, 4, str(row)) for row in User.objects.extra(where=["no_such_column = 1"])]


class Endless(Sound):
    def find(self, text, about):
        while True:
            yield Found(Category.OTHER, 0, 4, "A reason")


class Beyond(Sound):
    def find(self, text, about):
        return [Found(Category.OTHER, -5, 10**9, "\0" + "long" * 100)]


class LongName(Sound):
    name = "n" * 41


class VersionNought(Sound):
    name, version = "nought", 0


class Blind:
    name, version = "blind", 1


class Namesake(Sound):
    """Another with the same name."""
