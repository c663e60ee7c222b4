"""What an issue shows in one language, as it is now. Looked up for every mail, so that an article that was taken back
while an issue goes out stands in no later mail; kept for three seconds, so that a batch does not ask for each person.
"""

import time
from threading import Lock

from consent.models import NewsletterIssue
from consent.newsletter.sources import Entry, entries_of

KEEPS = 3.0  # seconds; about as long as a mail server takes for one mail anyway
_Key = tuple[int, float, tuple[int, ...], str]
_kept: dict[_Key, tuple[float, list[Entry]]] = {}
_lock = Lock()


def shown_in(issue: NewsletterIssue, language: str) -> list[Entry]:
    """The entries of ``issue`` in ``language``, at most ``KEEPS`` seconds old. For mail that leaves in batches."""
    key = (issue.pk, issue.created_at.timestamp(), tuple(issue.articles), language)
    now = time.monotonic()
    with _lock:
        kept = _kept.get(key)
    if kept and now - kept[0] < KEEPS:
        return kept[1]
    entries = entries_of(issue.articles, issue.purpose.site, language)
    with _lock:
        for old in [other for other, (since, _entries) in _kept.items() if now - since >= KEEPS]:
            del _kept[old]
        _kept[key] = (now, entries)
    return entries


def forget() -> None:
    """Asks again with the next mail."""
    with _lock:
        _kept.clear()
