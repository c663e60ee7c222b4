"""How a reference is set in the list at the end of an article: authors. title. source. year;details."""

from django import template

register = template.Library()


@register.filter
def stopped(text):
    """``text`` with a full stop behind it, unless it ends in a mark of its own."""
    text = str(text).rstrip()
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
