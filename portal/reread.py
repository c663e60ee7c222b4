"""A page is shown again as it was made, as long as everything that it was made of reads the same.

While a page is made, each query and the rows that came of it are noted. The next request asks the same queries,
compares every row, and shows the same page if none differs; otherwise it is made anew. So nothing has to be purged, and
what was withdrawn, corrected or moderated is gone with the next request (docs/decisions/0018-made-once.md). What time
alone changes (a review falls due) shows after ``LIFETIME``, and where pages are kept after theirs, too.

A page that writes while it is made, or that is read in a way that can't be asked again, is not remembered.
"""

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import chain
from sys import getsizeof
from typing import Any

from django.db import connection, connections
from django.db.backends.utils import CursorWrapper

LIFETIME = 60  # seconds


@dataclass
class _Query:
    """A query and the rows that were read. ``is_prepared``: by a statement that the server keeps; ``is_whole``: until
    there were no more.
    """

    sql: str
    params: Any
    is_prepared: bool = False
    rows: list[Any] = field(default_factory=list)
    is_whole: bool = False


@dataclass
class Noted:
    """Everything that was read while something was made."""

    queries: list[_Query] = field(default_factory=list)
    others: list[tuple[Callable[[], Hashable], Hashable]] = field(default_factory=list)
    is_complete: bool = True
    made_at: float = field(default_factory=time.monotonic)

    @property
    def size(self) -> int:
        """Bytes that the rows take, about."""
        return sum(sum(map(getsizeof, chain.from_iterable(query.rows))) for query in self.queries)

    def reads_the_same(self) -> bool:
        """Whether all of it reads now as it did then. As many queries as there were: asked at once where the database
        can do so, otherwise until one differs.
        """
        if time.monotonic() - self.made_at > LIFETIME or any(ask() != then for ask, then in self.others):
            return False
        if ask_at_once := getattr(connection, "ask_at_once", None):
            answers = ask_at_once((query.sql, query.params, query.is_prepared) for query in self.queries)
            return all(
                rows == query.rows if query.is_whole else rows[: len(query.rows)] == query.rows
                for rows, query in zip(answers, self.queries, strict=True)
            )
        with connection.cursor() as cursor:
            for query in self.queries:
                cursor.execute(query.sql, query.params)
                rows = cursor.fetchall() if query.is_whole else cursor.fetchmany(len(query.rows))
                if rows != query.rows:
                    return False
        return True


_noting: ContextVar[Noted | None] = ContextVar("noting", default=None)


@contextmanager
def noted() -> Iterator[Noted]:
    """Notes what is read inside."""
    notes = Noted(is_complete=not connection.queries_logged)
    token = _noting.set(notes)
    # Instead of the method of the class, for as long as this lasts. A connection belongs to one thread.
    asked = connections["default"]
    asked.make_cursor = lambda cursor: _NotingCursor(cursor, asked, notes)  # type: ignore[method-assign]
    try:
        yield notes
    finally:
        _noting.reset(token)
        del asked.make_cursor


def also_read(ask: Callable[[], Hashable], then: Hashable) -> None:
    """Something besides the database was read: ``ask`` reads it again, ``then`` is how it read."""
    if (notes := _noting.get()) is not None:
        notes.others.append((ask, then))


class _NotingCursor(CursorWrapper):
    """A cursor that notes queries and rows."""

    def __init__(self, cursor: Any, asked: Any, notes: Noted) -> None:
        super().__init__(cursor, asked)
        self._notes = notes
        self._query = _Query("", None)

    def execute(self, sql: Any, params: Any = None) -> Any:
        """As asked, and noted."""
        self._query = _Query(sql, params, is_prepared=getattr(self.cursor, "keeps_statements", False))
        self._notes.queries.append(self._query)
        if not (isinstance(sql, str) and sql.lstrip("( ").startswith("SELECT")):
            self._notes.is_complete = False
        return super().execute(sql, params)

    def executemany(self, sql: Any, param_list: Any) -> Any:
        """Never asked again."""
        self._notes.is_complete = False
        return super().executemany(sql, param_list)

    def fetchone(self) -> Any:
        """One row, noted."""
        row = super().__getattr__("fetchone")()
        self._note([] if row is None else [row], is_whole=row is None)
        return row

    def fetchmany(self, size: int) -> list:
        """Some rows, noted."""
        rows = super().__getattr__("fetchmany")(size)
        self._note(rows, is_whole=len(rows) < size)
        return rows

    def fetchall(self) -> list:
        """All rows, noted."""
        rows = super().__getattr__("fetchall")()
        self._note(rows, is_whole=True)
        return rows

    def __iter__(self) -> Iterator[Any]:
        for row in super().__iter__():
            self._note([row], is_whole=False)
            yield row
        self._note([], is_whole=True)

    def _note(self, rows: list, *, is_whole: bool) -> None:
        self._query.rows += rows
        self._query.is_whole = self._query.is_whole or is_whole
