"""The same, which does not remember either how a page looked when everything that it is made of last read the same."""

from django.conf import settings

from benchmarks.unkept import application

settings.MADE_PAGES_BYTES = 0

__all__ = ["application"]
