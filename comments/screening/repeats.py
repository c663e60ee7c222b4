"""The same text again, or nearly so: by the same person, or by anybody in the community within a month.

Compared by shingles (A. Broder, On the resemblance and containment of documents, 1997): of all runs of four words, what
share is in both. One query, with limits: the newest comments of about the same length. Short thanks are no repeats.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from django.db.models.functions import Length
from django.utils import timezone

from comments.models import Comment
from comments.screening.detector import About, Category, Found
from comments.screening.look_alikes import LOOK_ALIKES
from comments.screening.text import Text

WITHIN = timedelta(days=30)
MOST = 300  # comments that are compared, the newest
RESEMBLANCE = 0.75  # share of shingles from which on two texts are nearly the same
SHORTEST, SHORTEST_OF_OTHERS = 40, 60  # characters
_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 4  # words
_FOLDED = {
    **LOOK_ALIKES,
    **dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF), None),
    **dict.fromkeys(range(0x300, 0x370), None),
}


class Repeats:
    """Finds texts that were sent before."""

    name, version = "repeats", 1

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """At most one finding, over the whole text."""
        length = len(text.typed)
        if length < SHORTEST or not about.site_id:
            return
        words = _words(text.typed)
        mine = _shingles(words)
        for pk, author, earlier in _earlier(about, length):
            is_own = author is not None and author == about.commenter_id
            if not is_own and length < SHORTEST_OF_OTHERS:
                continue
            theirs = _words(earlier)
            if theirs == words or (share := _share(mine, _shingles(theirs))) == 1:
                yield Found(Category.REPEAT, 0, length, _reason("The same text", pk, is_own=is_own))
                return
            if share >= RESEMBLANCE:
                yield Found(Category.REPEAT, 0, length, _reason("Nearly the same text", pk, is_own=is_own))
                return


def _earlier(about: About, length: int) -> list[tuple[int, int | None, str]]:
    """Number, author and text of the newest comments that may be alike."""
    rows = (
        Comment.objects.filter(conversation__site_id=about.site_id, submit_date__gte=timezone.now() - WITHIN)
        .exclude(pk=about.comment_id or 0)
        .exclude(state=Comment.State.WITHDRAWN)
        .alias(length=Length("comment"))
        .filter(length__gte=length // 2, length__lte=length * 2)
        .order_by("-submit_date")
        .values_list("pk", "commenter_id", "comment")
    )
    return list(rows[:MOST])


def _words(text: str) -> list[str]:
    """The words, folded as a whole: a text that only looks the same is the same."""
    return _WORD.findall(unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED))


def _shingles(words: list[str]) -> set[int]:
    return {hash(tuple(words[at : at + _SHINGLE])) for at in range(max(1, len(words) - _SHINGLE + 1))}


def _share(mine: set[int], theirs: set[int]) -> float:
    return len(mine & theirs) / len(mine | theirs)


def _reason(what: str, pk: int, *, is_own: bool) -> str:
    return f"{what} was sent before by {'the same person' if is_own else 'somebody'}: comment {pk}"
