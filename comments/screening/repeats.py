"""The same text again, or nearly so: by the same person, or by anybody in the community within a month.

Compared by shingles (A. Broder, On the resemblance and containment of documents, 1997): of all runs of four words, what
share is in both. One query, with limits: the newest comments of about the same length. Short thanks are no repeats.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.db.models.functions import Length
from django.utils import timezone

from comments.models import Comment
from comments.screening.detector import About, Category, Found
from comments.screening.look_alikes import LOOK_ALIKES
from comments.screening.text import Text
from portal.kept import Kept
from portal.prepared import prepared

WITHIN = timedelta(days=30)
MOST = 300  # comments that are compared, the newest
RESEMBLANCE = 0.75  # share of shingles from which on two texts are nearly the same
SHORTEST, SHORTEST_OF_OTHERS = 40, 60  # characters
_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 4  # words
_MADE: Kept[frozenset[int]] = Kept(2 * MOST)  # 7 MB for usual comments
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
        mine = _compared(text.typed)
        for pk, author, earlier in _earlier(about, length):
            share = _share(mine, _compared(earlier))
            if share < RESEMBLANCE:
                continue
            is_own = author is not None and author == about.commenter_id
            if not is_own and length < SHORTEST_OF_OTHERS:
                continue
            if share == 1:
                yield Found(Category.REPEAT, 0, length, _reason("The same text", pk, is_own=is_own))
                return
            else:
                yield Found(Category.REPEAT, 0, length, _reason("Nearly the same text", pk, is_own=is_own))
            return


def _earlier(about: About, length: int) -> list[tuple[int, int | None, str]]:
    """Number, author and text of the newest comments that may be alike."""
    return _newest(about.site_id, timezone.now() - WITHIN, about.comment_id or 0, length // 2, length * 2)


@prepared
def _newest(site: int, since: datetime, not_this: int, shortest: int, longest: int) -> QuerySet:
    return (
        Comment.objects.filter(conversation__site_id=site, submit_date__gte=since)
        .exclude(pk=not_this)
        .exclude(state=Comment.State.WITHDRAWN)
        .alias(length=Length("comment"))
        .filter(length__gte=shortest, length__lte=longest)
        .order_by("-submit_date")
        .values_list("pk", "commenter_id", "comment")[:MOST]
    )


def _compared(text: str) -> frozenset[int]:
    """What is compared of a text, made once in a process. Known by a number: no word of anybody stays in memory."""
    return _MADE.get((len(text), hash(text)), lambda: _shingles(_words(text)))


def _words(text: str) -> list[str]:
    """The words, folded as a whole: a text that only looks the same is the same."""
    return _WORD.findall(unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED))


def _shingles(words: list[str]) -> frozenset[int]:
    return frozenset(hash(tuple(words[at : at + _SHINGLE])) for at in range(max(1, len(words) - _SHINGLE + 1)))


def _share(mine: frozenset[int], theirs: frozenset[int]) -> float:
    both = len(mine & theirs)
    return both / (len(mine) + len(theirs) - both)


def _reason(what: str, pk: int, *, is_own: bool) -> str:
    return f"{what} was sent before by {'the same person' if is_own else 'somebody'}: comment {pk}"
