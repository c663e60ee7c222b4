"""Makes the kept HTML of published comments anew, after what it is made of changed.

A comment that is decided on meanwhile is left as the decision leaves it: what is written is written only where the
comment is still published in the same wording.
"""

from collections.abc import Iterator

from django.db.models import QuerySet

from comments.models import Comment
from comments.reading.public_html import comment_html

AT_ONCE = 500


def rebuild(comments: QuerySet | None = None) -> int:
    """Makes the HTML of those among ``comments``, or of all, that are published. Returns how many changed."""
    changed = 0
    for comment in _published(comments):
        html = comment_html(comment)
        if html != comment.html:
            still = Comment.objects.published().filter(pk=comment.pk, revision=comment.revision)
            changed += still.update(html=html)
    return changed


def _published(comments: QuerySet | None) -> Iterator[Comment]:
    chosen = Comment.objects.all() if comments is None else comments
    found = chosen.filter(state=Comment.State.PUBLISHED).order_by("pk")
    return found.select_related("conversation__site__communitysettings", "commenter__contact").iterator(
        chunk_size=AT_ONCE
    )
