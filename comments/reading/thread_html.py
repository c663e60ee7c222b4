"""From the comments of one page to its HTML: pieces that are put one after the other, since a template's loop would
cost more than everything else on the page. Whatever somebody typed is escaped, here or when it was kept.

What was made is remembered by everything that it was made of, all rows of the page among it: a comment that changed in
any way, or is gone, makes other rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from comments.reading.public_html import SLOT, SLOTS, shown
from comments.reading.threads import Line, Rows, lines_of

KEPT = 32  # pages of conversations, in each process


@dataclass(frozen=True)
class Words:
    """What stands around comments, looked up once for a page. ``join``: where one answers; empty while nobody can."""

    join: str
    revised_at: datetime | None
    base: str = field(default_factory=lambda: reverse("conversation_comment", args=[0]).removesuffix("0/"))
    helped: str = field(default_factory=lambda: escape(_("This helped me")))
    reply: str = field(default_factory=lambda: escape(_("Reply")))
    report: str = field(default_factory=lambda: escape(_("Report")))
    memorial: str = field(default_factory=lambda: escape(_("In memoriam")))
    gone: str = field(default_factory=lambda: escape(_("The comment that began this thread is not shown.")))
    continued: str = field(default_factory=lambda: escape(_("This thread began on the page before.")))
    to_nobody: str = field(default_factory=lambda: escape(_("In reply to a comment that is not shown")))

    @property
    def before_revision(self) -> str:
        """Said of comments that are older than the article's present text."""
        day = timezone.localtime(self.revised_at)
        month = date_format(day, "F Y")
        return escape(_("Posted before this article was revised in %(month)s") % {"month": month})


def threads_html(rows: Rows, words: Words) -> SafeString:
    """The threads of a page, each in an element of its own."""
    revised = words.before_revision if words.revised_at else ""
    return _threads_html(rows, words, revised, get_language())


@lru_cache(maxsize=KEPT)
def _threads_html(rows: Rows, words: Words, revised: str, _language: str) -> SafeString:
    lines: Iterable[Line] = lines_of(rows)
    pieces: list[str] = []
    for number, (_root, thread) in enumerate(groupby(lines, key=lambda line: line.root)):
        pieces += _thread(list(thread), words, revised, is_first=number == 0)
    return mark_safe("".join(pieces))  # noqa: S308 - every piece was escaped


def _thread(thread: list[Line], words: Words, revised: str, *, is_first: bool) -> Iterator[str]:
    first = thread[0]
    yield '<div class="thread">'
    if not first.is_answer:
        yield _comment(first, words, revised)
        thread = thread[1:]
    elif not first.has_beginning:
        yield f'<p class="comment-gone">{words.gone}</p>'
    elif is_first:
        yield f'<p class="comment-gone">{words.continued}</p>'
    if thread:
        yield '<div class="answers">'
        for line in thread:
            yield _comment(line, words, revised)
        yield "</div>"
    yield "</div>"


def _comment(line: Line, words: Words, revised: str) -> str:
    parts = line.html.split(SLOT)
    if len(parts) != SLOTS + 1:
        return line.html  # kept before its template changed: rebuild_conversations makes it anew
    head, middle, end, last = parts
    fill = _marks(line, words, revised), _answers(line, words), _acts(line, words)
    return f"{head}{fill[0]}{middle}{fill[1]}{end}{fill[2]}{last}"


def _marks(line: Line, words: Words, revised: str) -> str:
    memorial = f' <span class="comment-mark">{words.memorial}</span>' if line.is_memorial else ""
    is_older = revised and words.revised_at and line.said_at < words.revised_at
    return memorial + (f'<p class="comment-note">{revised}</p>' if is_older else "")


def _answers(line: Line, words: Words) -> str:
    if not line.is_answer:
        return ""
    if line.parent_name is None:
        return f'<p class="comment-note">{words.to_nobody}</p>'
    name = f"<bdi>{escape(shown(line.parent_name))}</bdi>"
    sentence = escape(_("In reply to %(name)s")) % {"name": name}
    return f'<p class="comment-note"><a href="{words.base}{line.parent}/">{sentence}</a></p>'


def _acts(line: Line, words: Words) -> str:
    """What a reader can do. Each act says to a screen reader to whose comment it belongs."""
    whose = f'<span class="visually-hidden">: {escape(shown(line.name))}</span>'
    reply = f'<a href="{words.join}{line.pk}" rel="nofollow">{words.reply}{whose}</a>' if words.join else ""
    helped = ""
    if line.helpful:
        count = {"count": line.helpful}
        sentence = ngettext("%(count)d person found this helpful", "%(count)d people found this helpful", line.helpful)
        helped = f'<span class="comment-helped">{escape(sentence % count)}</span>'
    return (
        f'<footer class="comment-acts"><form method="post" action="{words.base}{line.pk}/helpful/">'
        f'<button type="submit">{words.helped}{whose}</button></form>{helped}{reply}'
        f'<a href="{words.base}{line.pk}/report/" rel="nofollow">{words.report}{whose}</a></footer>'
    )
