"""The HTML of one comment, made once, when it is published. Templates only put these pieces one after the other.

Made by ``format_html`` alone, in the language of the page: whatever somebody typed is escaped.
"""

from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from comments.models import Comment
from portal.models import CommunitySettings


def comment_html(comment: Comment) -> str:
    """The article element of a comment, with ``id="comment-<id>"``."""
    with translation.override(comment.language), timezone.override(_zone(comment)):
        said_at = timezone.localtime(comment.submit_date)
        return format_html(
            '<article class="comment" id="comment-{id}"><header class="comment-head">'
            '<h3 class="comment-name">{name}</h3> <time datetime="{iso}">{day}</time></header>'
            '<div class="comment-text">{text}</div></article>',
            id=comment.pk,
            name=comment.user_name,
            iso=said_at.isoformat(timespec="minutes"),
            day=date_format(said_at, "DATE_FORMAT"),
            text=paragraphs(comment.comment),
        )


def _zone(comment: Comment) -> ZoneInfo:
    """The time zone of its community. A comment that is held for a decision brings its name along."""
    if "time_zone" in vars(comment):
        return CommunitySettings(time_zone=vars(comment)["time_zone"] or "").zone
    return CommunitySettings.for_site(comment.conversation.site).zone


def paragraphs(text: str) -> str:
    """Typed text as paragraphs: an empty line begins one, a line break stays one."""
    blocks = (block.strip("\n") for block in text.replace("\r\n", "\n").split("\n\n"))
    lines = (
        format_html_join(mark_safe("<br>"), "{}", ((line,) for line in block.split("\n")))
        for block in blocks
        if block.strip()
    )
    return format_html_join("", "<p>{}</p>", ((block,) for block in lines))
