"""The HTML of one comment, made once, when it is published, and kept. Kept is only what follows from the comment
itself: name, time, text, and whether its author was staff then. What depends on others (whom it answers and what became
of them, how many found it helpful, whether one can still reply) is filled into its slots when a page is made.

Made by ``format_html`` alone, in the language of the page: whatever somebody typed is escaped, and an address that
somebody typed stays text. Characters that turn the direction of other people's words (Unicode UAX 9) are left out, and
each name and paragraph finds its own direction.
"""

import re
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from comments.models import Comment
from comments.reading.staff import is_by_staff
from portal.models import CommunitySettings

SLOT = mark_safe("<!-- -->")  # stands for marks, for whom it answers, and for what a reader can do: in this order
SLOTS = 3
# Embeddings, overrides and isolates; control characters but tab and line feed.
_UNWANTED = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def comment_html(comment: Comment) -> str:
    """The article element of a comment, with ``id="comment-<id>"`` and three slots. No query if it is ``held``."""
    with translation.override(comment.language), timezone.override(_zone(comment)):
        said_at = timezone.localtime(comment.submit_date)
        return format_html(
            '<article class="comment" id="comment-{id}" aria-labelledby="comment-{id}-name">'
            '<header class="comment-head">'
            '<h3 class="comment-name" id="comment-{id}-name"><bdi>{name}</bdi></h3> {marks}'
            '<a class="comment-time" href="{address}"><time datetime="{iso}">{day}</time></a>{slot}</header>{slot}'
            '<div class="comment-text">{text}</div>{slot}</article>',
            id=comment.pk,
            name=shown(comment.user_name),
            marks=_marks(comment),
            address=reverse("conversation_comment", args=[comment.pk]),
            iso=said_at.isoformat(timespec="minutes"),
            day=date_format(said_at, "DATE_FORMAT"),
            text=paragraphs(comment.comment),
            slot=SLOT,
        )


def _zone(comment: Comment) -> ZoneInfo:
    """The time zone of its community. A comment that is held for a decision brings its name along."""
    if "time_zone" in vars(comment):
        return CommunitySettings(time_zone=vars(comment)["time_zone"] or "").zone
    return CommunitySettings.for_site(comment.conversation.site).zone


def shown(text: str) -> str:
    """What somebody typed, without characters that readers can't see and that change how others' words look."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraphs(text: str) -> SafeString:
    """Typed text as paragraphs: an empty line begins one, a line break stays one."""
    blocks = (block.strip("\n") for block in _EMPTY_LINE.split(shown(text)))
    lines = (
        format_html_join(mark_safe("<br>"), "{}", ((line,) for line in block.split("\n")))
        for block in blocks
        if block.strip()
    )
    return format_html_join("", '<p dir="auto">{}</p>', ((block,) for block in lines))


def _marks(comment: Comment) -> SafeString:
    """What readers should know of the author and the wording: a word each."""
    words = []
    if is_by_staff(comment):
        words.append(_("Staff"))
    if comment.revision > 1:
        words.append(_("edited"))
    return format_html_join("", '<span class="comment-mark">{}</span> ', ((word,) for word in words))
