"""How a view says that its answer may be kept whole, and what it is made of."""

from dataclasses import dataclass, field

from django.http import HttpRequest

NAME = "portal.page_cache"  # in the WSGI environment, where whoever stands before Django finds it


@dataclass
class Mark:
    """What is known of an answer. ``reads``: names of parameters that the page looks at; all others are noise."""

    may_be_kept: bool = False
    tags: set[str] = field(default_factory=set)
    reads: frozenset[str] = frozenset()


def mark_of(request: HttpRequest) -> Mark:
    """The mark of the answer to ``request``, which whoever has a part in it adds to."""
    return request.META.setdefault(NAME, Mark())


def depends_on(request: HttpRequest, *tags: str) -> None:
    """The answer holds what ``tags`` name: ``page:3``, ``conversation:4``. Without it, it may show what is gone."""
    mark_of(request).tags.update(tags)


def may_keep(request: HttpRequest, *, reads: frozenset[str] = frozenset()) -> None:
    """The answer is the same for everybody who is not signed in, and may be kept."""
    mark = mark_of(request)
    mark.may_be_kept, mark.reads = True, mark.reads | reads
