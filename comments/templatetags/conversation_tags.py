"""What templates ask of the conversation."""

from django import template

from comments.pages.section import Section, section_under

register = template.Library()


@register.simple_tag(takes_context=True, name="conversation")
def conversation_under(context) -> Section | None:
    """The conversation under the page that is shown; None where none is to stand there. Two queries at most."""
    section = section_under(context.get("page"), context.get("request"))
    return section if section is not None and section.is_shown else None
