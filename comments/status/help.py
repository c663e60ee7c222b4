"""Help for somebody whose comment sounded as if they were in danger: shown on their page as long as it stands (M7)."""

from dataclasses import dataclass

from django.utils import translation
from wagtail.models import Site

from comments.models import Comment, ConversationSettings, HelpLine
from portal.models import CommunitySettings


@dataclass(frozen=True)
class Help:
    """Whom to call."""

    emergency_number: str
    lines: tuple[HelpLine, ...]


def help_beside(comment: Comment, site: Site) -> Help | None:
    """The help that belongs to a comment, which has its ``crisis`` loaded; None for all but those that alarmed."""
    if getattr(comment, "crisis", None) is None:
        return None
    found = ConversationSettings.for_site(site).help_lines.filter(language__in=("", translation.get_language() or ""))
    return Help(CommunitySettings.for_site(site).emergency_number, tuple(found))
