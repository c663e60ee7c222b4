"""What the admin's templates have started without an inline script (``portal.admin.starting``)."""

import json

from django import template
from django.utils.safestring import SafeString

from portal.admin.starting import start as start_with

register = template.Library()


@register.simple_tag
def start(name: str, *args: str, config_json: str) -> SafeString:
    """Has ``name`` started with ``args`` and the options in ``config_json``."""
    return start_with(name, *args, json.loads(config_json))
