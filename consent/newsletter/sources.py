"""Where newsletters get their news from. Consent knows no articles: the app that holds them registers a source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Site

from consent.models import Purpose


@dataclass(frozen=True)
class Entry:
    """One page as an issue shows it. ``line``: one honest line on its review or its kind, empty if there is none."""

    page_id: int
    title: str
    url: str
    summary: str = ""
    line: str = ""


# What is new for a purpose after the first moment and up to the second: ids of pages in any language, the best first.
News = Callable[[Purpose, datetime, datetime], list[int]]
# The pages of these ids in one language that any reader may open now.
Entries = Callable[[list[int], Site, str], list[Entry]]

SOURCES: dict[str, tuple[News, Entries]] = {}


def register_source(name: str, news: News, entries: Entries) -> None:
    """Registers a source. Raises ``ValueError`` for a name that is taken."""
    if name in SOURCES:
        raise ValueError(f"Two sources are named {name}.")
    SOURCES[name] = (news, entries)


def what_is_new(purpose: Purpose, since: datetime, until: datetime) -> list[int]:
    """Ids of the pages that are news for ``purpose``, in every language."""
    return list(dict.fromkeys(pk for news, _entries in SOURCES.values() for pk in news(purpose, since, until)))


def entries_of(ids: Iterable[int], site: Site, language: str) -> list[Entry]:
    """What may be shown of the pages ``ids`` in ``language`` now, in the order of the ids."""
    wanted = list(ids)
    found = {entry.page_id: entry for _news, entries in SOURCES.values() for entry in entries(wanted, site, language)}
    return [found[pk] for pk in wanted if pk in found]
