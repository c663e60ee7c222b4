"""Django's backend on connections that give up where nobody answers, and that remember how to answer queries which are
asked on every page (``portal.prepared``): PostgreSQL would plan each of them anew, which takes longer than answering.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from portal.postgresql.answering import GREETED_WITHIN, Door, PatientConnection

REMEMBERED = 300  # queries in each connection
_DOORS: dict[tuple[Any, Any], Door] = {}


class _Psycopg:
    """psycopg, which connects with connections of ours."""

    connect = staticmethod(PatientConnection.connect)

    def __getattr__(self, name: str) -> Any:
        return getattr(psycopg, name)


class PreparedCursor(psycopg.Cursor[Any]):
    """A cursor whose statements stay with the server, with their plans (PostgreSQL, PREPARE)."""

    keeps_statements = True

    def execute(self, query: Any, params: Any = None, **_options: Any) -> Any:
        """As asked."""
        ask = partial(self._execute, query, params)
        return ask() if self.connection.info.pipeline_status else _with_fresh_plans(self.connection, ask)

    def _execute(self, query: Any, params: Any) -> Any:
        with _remembering(self.connection):
            return super().execute(query, params, prepare=True)


@contextlib.contextmanager
def _remembering(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """For as long as this lasts, psycopg remembers statements. Otherwise it would remember all of them by their text,
    and that of most holds what somebody wrote.
    """
    connection.prepare_threshold = 0
    try:
        yield
    finally:
        connection.prepare_threshold = None


def _with_fresh_plans(connection: psycopg.Connection[Any], ask: Callable[[], Any]) -> Any:
    """What ``ask`` gives; asked again where a column has got another type since its statement was prepared."""
    try:
        return ask()
    except psycopg.errors.FeatureNotSupported:  # "cached plan must not change result type"
        if connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            raise
        with _remembering(connection):
            connection.execute("DEALLOCATE ALL")
        return ask()


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to PostgreSQL."""

    Database = _Psycopg()  # type: ignore[assignment]  # it looks like the module

    @property
    def pool(self) -> Any:
        """Django's pool, of our connections."""
        options = self.settings_dict["OPTIONS"].get("pool")
        if isinstance(options, dict):
            options.setdefault("connection_class", PatientConnection)
        return super().pool

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection, at once or not at all where nobody answers. Once somebody does again, the pool begins anew: it
        would wait for longer and longer between its attempts.
        """
        door = _door(conn_params)
        if door.demand() and self.pool:
            self.close_pool()
        try:
            connection = super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            if not door.is_shut:
                door.is_answered()  # so that whoever comes next need not wait to find out
            raise
        connection.door = door
        connection.prepared_max = REMEMBERED
        return connection

    def prepared_cursor(self) -> Any:
        """A cursor as ``cursor`` gives it, for statements that are asked again and again. In a transaction it is an
        ordinary one: where a plan no longer fits, the statement could not be asked again.
        """
        if self.in_atomic_block:
            return self.cursor()
        self._get_ready()
        with self.wrap_database_errors:
            return self._prepare_cursor(PreparedCursor(self.connection))  # type: ignore[attr-defined]

    def ask_at_once(self, queries: Iterable[tuple[Any, Any, bool]]) -> list[list[Any]]:
        """The rows of several queries, each with its parameters and whether it is prepared, by one journey to the
        server and back (PostgreSQL, pipeline mode).
        """
        self._get_ready()
        asked = [(sql, params, is_prepared and not self.in_atomic_block) for sql, params, is_prepared in queries]
        with self.wrap_database_errors:
            return _with_fresh_plans(self.connection, partial(_piped, self.connection, asked))

    def _get_ready(self) -> None:
        self.validate_thread_sharing()
        self.close_if_health_check_failed()
        self.ensure_connection()


def _piped(connection: psycopg.Connection[Any], queries: Iterable[tuple[Any, Any, bool]]) -> list[list[Any]]:
    with connection.pipeline():
        cursors = []
        for sql, params, is_prepared in queries:
            cursor = PreparedCursor(connection) if is_prepared else connection.cursor()
            cursors.append(cursor.execute(sql, params))
    return [cursor.fetchall() for cursor in cursors]


def _door(conn_params: dict[str, Any]) -> Door:
    """The door of the server that these parameters lead to."""
    key = conn_params.get("host"), conn_params.get("port")
    if key not in _DOORS:
        _DOORS[key] = Door(partial(_knock, {**conn_params, "connect_timeout": GREETED_WITHIN}))
    return _DOORS[key]


def _knock(parameters: dict[str, Any]) -> None:
    psycopg.connect(**parameters).close()
