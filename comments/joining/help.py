"""Help for somebody in danger, at once: whom to call in the reader's country.

The one place where joining asks for it. Once ``comments.help_lines.help_for(request, site)`` is there, this module
goes: import that one in ``comments.joining.pages`` in its place, and include ``conversation/_help.html``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Site

from comments.models import ConversationSettings, HelpLine


@dataclass(frozen=True)
class Help:
    """Lines of the reader's country, and those of others."""

    lines: Sequence[HelpLine]
    others: Sequence[HelpLine] = ()


def help_for(_request: HttpRequest, site: Site) -> Help:
    """The lines of the community's country, and all others, in the language of the page. Two queries."""
    settings = ConversationSettings.of(site)
    if settings.pk is None:
        return Help(())
    spoken = settings.help_lines.filter(Q(language="") | Q(language=get_language()))
    ours = [line for line in spoken if line.country in (settings.country, "EU")]
    return Help(ours, [line for line in spoken if line not in ours])
