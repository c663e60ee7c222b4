"""What the staff screens ask for."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def product_name():
    """The name of the product, as the sign-in page and the titles of staff screens show it."""
    return settings.WAGTAIL_SITE_NAME
