"""Finding rows by words on both databases: every word must stand in one of the fields.

SQLite compares small and capital letters of the English alphabet alone, so words are also looked for as people write
them: in small letters, with a capital at the beginning, in capitals.
"""

from django.db.models import Q, QuerySet

MOST_WORDS = 8


def with_words(rows: QuerySet, typed: str, *fields: str) -> QuerySet:
    """The rows in which every typed word stands in one of ``fields``."""
    for word in typed.replace("\x00", " ").split()[:MOST_WORDS]:  # no database takes that one
        found = Q()
        for form in {word, word.lower(), word.upper(), word.capitalize()}:
            for field in fields:
                found |= Q(**{f"{field}__icontains": form})
        rows = rows.filter(found)
    return rows
