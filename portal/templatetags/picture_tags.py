"""Pictures beside a heading or a name, which say in words what they show: alternative text would repeat it."""

from django import template
from django.utils.safestring import SafeString

from portal.pictures import CARD, PORTRAIT, picture_html

register = template.Library()


@register.simple_tag
def card_picture(picture, *, eager: bool = False) -> str:
    """The picture of a card. Empty where there is none."""
    return picture_html(picture, CARD, alt="", eager=eager) if picture else SafeString("")


@register.simple_tag
def portrait(picture, *, eager: bool = False) -> str:
    """The portrait of a person whose name stands beside it. Empty where there is none."""
    return picture_html(picture, PORTRAIT, alt="", eager=eager) if picture else SafeString("")
