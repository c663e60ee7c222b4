"""Queries that every page asks, with their SQL made once in each connection and not on each request. PostgreSQL keeps
their plans, too (``portal.postgresql.base``).

Django makes the SQL of a query anew whenever it is asked, which takes many times as long as a database needs to find a
few rows by their keys. What is remembered here is the SQL alone, never a row: every call asks the database.

The function that builds such a query is called once for each shape of its values, with stand-ins for them. It may only
pass them on into the query: what it would make of them has to be a value of its own, what it would decide by them a
choice. Where ``PREPARED_QUERIES_CHECKED`` is set, as in tests, the SQL for values that were not met before in this
process is compared with that which Django makes. Any moment counts as met once ten others were.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import update_wrapper
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.db.transaction import TransactionManagementError
from django.utils.safestring import SafeString
from django.utils.translation import get_language

KINDS = frozenset({datetime, int, str, SafeString, UUID})  # others go into a query that is made anew
_MARK = "standsinfor"  # holds nothing that LIKE would read as a wildcard
_FIRST_NUMBER = 1_900_451_000  # fits any column that holds numbers
_MOST_SHAPES = 500  # of all queries together, in each connection
_MOMENTS = 10  # that a query is checked with, for the same other values

Parameter = Callable[[Sequence[Any]], Any]


class _AskedAgain:
    """A query that gives out one compiler. Everything else is that of the query as it was built."""

    def __init__(self, query: Any, compiler: SQLCompiler) -> None:
        self._query, self._compiler = query, compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)

    def get_compiler(self, *_using: Any, **_options: Any) -> SQLCompiler:
        return self._compiler


class _Preparing:
    """A connection whose cursors have the server keep their statements, where it can. Everything else is its own."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def cursor(self) -> Any:
        return (getattr(self._connection, "prepared_cursor", None) or self._connection.cursor)()


@dataclass
class _Ready:
    """A query as one connection asks it. Used by one thread, as the connection is."""

    queryset: Any  # Django's types know little of how a query set is asked
    compiler: SQLCompiler
    sql: str
    parameters: tuple[Parameter, ...]
    locks: bool

    def rows(self, values: Sequence[Any]) -> list:
        if self.locks and self.compiler.connection.get_autocommit():
            raise TransactionManagementError("select_for_update cannot be used outside of a transaction.")
        asked = self.sql, tuple(parameter(values) for parameter in self.parameters)
        self.compiler.as_sql = lambda *_args, **_options: asked  # type: ignore[method-assign]
        return list(self.queryset._iterable_class(self.queryset))


class Prepared:
    """A query that is built by ``build`` and asked by calling this with the values that go into it. ``choices`` are
    what it is built by, a model for example: few, since each makes another query.
    """

    def __init__(self, build: Callable[..., QuerySet]) -> None:
        update_wrapper(self, build)
        self.build = build
        self._met: dict[Any, int] = {}

    def __call__(self, *args: Any, **choices: Any) -> list:
        """The rows, as the query set would give them. One query, none for an empty list of values."""
        using = "default"
        values = [value for arg in args for value in (arg if isinstance(arg, (list, tuple)) else (arg,))]
        if not all(type(value) in KINDS for value in values):
            return list(self.build(*args, **choices).using(using))
        known = vars(connections[using]).setdefault("prepared_queries", {})
        key = (self, *map(_shape, args), *choices.items())
        ready = known.get(key)
        if ready is None:
            if len(known) >= _MOST_SHAPES:
                known.clear()
            try:
                ready = known[key] = self._prepare(args, choices, using)
            except EmptyResultSet:
                return []
        if getattr(settings, "PREPARED_QUERIES_CHECKED", False) and self._is_new(key, values):
            self._check(ready, values, self.build(*args, **choices).using(using))
        return ready.rows(values)

    def first(self, *args: Any, **choices: Any) -> Any:
        """The first row, or None."""
        rows = self(*args, **choices)
        return rows[0] if rows else None

    def _prepare(self, args: Sequence[Any], choices: dict[str, Any], using: str) -> _Ready:
        standing: list[Any] = []
        queryset: Any = self.build(*(_stand_in(arg, standing) for arg in args), **choices).using(using)
        if queryset._prefetch_related_lookups:
            raise TypeError(f"{self.build.__qualname__}: load what belongs to the rows afterwards")
        compiler: Any = queryset.query.get_compiler(using=using)
        sql, parameters = compiler.as_sql()
        compiler.has_composite_fields = _once(compiler.has_composite_fields)
        compiler.get_converters = _once(compiler.get_converters)
        queryset._query = _AskedAgain(queryset.query, compiler)
        compiler.connection = _Preparing(connections[using])
        adapt = connections[using].ops.adapt_datetimefield_value
        places = tuple(_parameter(each, standing, adapt) for each in parameters)
        locks = queryset.query.select_for_update and connections[using].features.has_select_for_update
        return _Ready(queryset, compiler, sql, places, locks=locks)

    def _is_new(self, key: Any, values: Sequence[Any]) -> bool:
        known = get_language(), *(datetime if type(value) is datetime else value for value in values)
        times = self._met[key, known] = self._met.get((key, known), 0) + 1
        return times <= (_MOMENTS if datetime in known else 1)

    def _check(self, ready: _Ready, values: Sequence[Any], queryset: QuerySet) -> None:
        sql, parameters = queryset.query.get_compiler(using=queryset.db).as_sql()
        made = [parameter(values) for parameter in ready.parameters]
        if ready.sql != sql or made != list(parameters):
            raise AssertionError(f"{self.build.__qualname__} decides by its values: {sql} {parameters} {made}")


def prepared(build: Callable[..., QuerySet]) -> Prepared:
    """Marks a function that builds a query: called, it gives rows. Its values are those of ``KINDS``, and lists."""
    return Prepared(build)


def _shape(arg: Any) -> Any:
    if isinstance(arg, (list, tuple)):
        return len(arg), *{type(value) for value in arg}
    return type(arg)


def _stand_in(arg: Any, standing: list[Any]) -> Any:
    """What stands for ``arg`` while the query is built: another one for each value."""
    if isinstance(arg, (list, tuple)):
        return [_stand_in(value, standing) for value in arg]
    number = len(standing)
    made = {
        UUID: UUID(int=_FIRST_NUMBER + number),
        datetime: datetime.fromtimestamp(_FIRST_NUMBER + number, UTC),
        int: _FIRST_NUMBER + number,
    }.get(type(arg), f"{_MARK}{number:06}")
    standing.append(made)
    return made


def _parameter(made: Any, standing: Sequence[Any], adapt: Callable[[Any], Any]) -> Parameter:
    """How to make one parameter of the SQL from the values: what was made of a stand-in shows it."""
    for place, stand_in in enumerate(standing):
        if type(made) is not bool and made == stand_in:
            kind = type(made)  # psycopg has kinds of int
            return lambda values: values[place] if type(values[place]) is kind else kind(values[place])
        if isinstance(stand_in, datetime) and made == adapt(stand_in):
            return lambda values: adapt(values[place])
        if isinstance(stand_in, UUID) and made == stand_in.hex:
            return lambda values: values[place].hex
        if isinstance(stand_in, str) and isinstance(made, str) and stand_in in made:  # startswith, contains
            before, after = made.split(stand_in)
            return lambda values: f"{before}{_for_like(values[place])}{after}"
    return lambda _values: made


def _for_like(text: str) -> str:
    """As ``prep_for_like_query`` of Django's databases."""
    return text.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def _once(asked: Callable) -> Callable:
    """What is asked about the columns, and is the same for every row that is ever read by this query."""
    found: list[Any] = []

    def answered(expressions: Any) -> Any:
        if not found:
            found.append(asked(expressions))
        return found[0]

    return answered
