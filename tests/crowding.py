"""Conversations of thousands, for tests and benchmarks: copies of one comment, made by the database itself.

Every ``answers + 1`` of them are a thread. They share the text, and stand apart by id and place.
"""

from django.core.management.color import no_style
from django.db import connection
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat, Replace
from django_comments.models import Comment as Stored
from django_comments_xtd.models import XtdComment

from comments.models import Comment, Conversation

_NUMBERS = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %s)"


def crowd(comment: Comment, count: int, *, answers: int = 3) -> None:
    """Adds ``count`` copies of a published ``comment`` to its conversation, which has no other."""
    first = Stored.objects.order_by("-pk").values_list("pk", flat=True)[0]
    thread = f"(({comment.seq} + n - 1) / {answers + 1} * {answers + 1} + 1)"
    _copy(Stored, comment, count, {"id": f"{first} + n"})
    _copy(XtdComment, comment, count, {"comment_ptr_id": f"{first} + n"})
    own = {"xtdcomment_ptr_id": f"{first} + n", "seq": f"{comment.seq} + n", "nonce": f"'copy-' || ({first} + n)"}
    _copy(Comment, comment, count, own | {"root_ref": thread, "in_reply_to_id": _parent(first, thread, comment)})
    copies = Comment.objects.filter(pk__gt=first)
    number = Cast(F("pk"), CharField())
    copies.update(html=Replace("html", Value(f"comment-{comment.pk}"), Concat(Value("comment-"), number)))
    Conversation.objects.filter(pk=comment.conversation_id).update(newest_seq=comment.seq + count)
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [Stored]):
            cursor.execute(sql)


def _parent(first: int, thread: str, comment: Comment) -> str:
    """The id of the copy that began the thread; of none for that one itself. The first place is the original's."""
    beginning = f"CASE WHEN {thread} = {comment.seq} THEN {comment.pk} ELSE {first} + {thread} - {comment.seq} END"
    return f"CASE WHEN {comment.seq} + n = {thread} THEN NULL ELSE {beginning} END"


def _copy(model, comment: Comment, count: int, changed: dict[str, str]) -> None:
    columns = [field.column for field in model._meta.local_concrete_fields]
    values = [changed.get(column, f'"{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(
            f'{_NUMBERS} INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} FROM "{table}", numbers'
            f' WHERE "{key}" = %s',
            [count, comment.pk],
        )
