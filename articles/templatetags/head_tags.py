"""The head of a page for machines."""

from django import template

from articles.head import Head, head_of

register = template.Library()


@register.simple_tag(takes_context=True, name="head_of_page")
def head_of_page(context) -> Head:
    """What machines are told about the page that is shown, if it is one."""
    return head_of(context.get("page"), context.get("request"))
