"""Where a page that offers nothing in its own language offers it in another: nobody is sent away without a way on."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override

from consent.versions.offers import Offer


def other_languages(name: str, offer_in: Callable[[str], Offer | None]) -> list[tuple[str, str]]:
    """Language and address of each translation of the page ``name`` in which ``offer_in`` finds something to offer."""
    found = []
    for language, _title in settings.LANGUAGES:
        if language != get_language() and offer_in(language):
            with override(language):
                found.append((language, reverse(name)))
    return found
