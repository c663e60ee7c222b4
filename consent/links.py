"""Addresses in mail: absolute, in the community and the language of the person. A token is all that they hold."""

from django.conf import settings
from wagtail.models import Site

PATHS = {  # consent.urls leads each to its view
    "sign_up": "sign-up/",
    "confirm": "confirm/{token}/",
    "preferences": "preferences/{token}/",
    "my_data": "my-data/",
    "my_data_open": "my-data/{token}/",
    "my_data_new_address": "my-data/new-address/{token}/",
    "verify": "consent/verify/",
    "conversation_confirm": "conversation/confirm/{token}/",
    "conversation_status": "conversation/status/{token}/",
    "conversation_comment": "conversation/comment/{token}/",
    "conversation_follow": "conversation/follow/{token}/",
}
UNSUBSCRIBE = "u/{token}/"  # in no language, and short: it stands in a header


def link(name: str, *, site: Site, language: str, token: str = "") -> str:
    """The full address of a page, as it stands in a mail."""
    prefix = "" if language == settings.LANGUAGE_CODE else f"{language}/"
    return f"{site.root_url}/{prefix}{PATHS[name].format(token=token)}"


def unsubscribe_link(*, site: Site, token: str) -> str:
    """The full address for the header ``List-Unsubscribe`` (RFC 2369, RFC 8058)."""
    return f"{site.root_url}/{UNSUBSCRIBE.format(token=token)}"
