"""Django's backend on connections that give up where nobody answers, and that remember how to answer queries which are
asked on every page (``portal.prepared``): PostgreSQL would plan each of them anew, which takes longer than answering.
"""

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


class PreparedCursor(base.ServerBindingCursor):
    """A cursor whose statements stay with the server, which plans them once (PostgreSQL, PREPARE)."""

    keeps_statements = True

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        """As asked. Where a column has changed its type since, the statement is made anew."""
        try:
            return super().execute(query, params, prepare=True, **options)
        except psycopg.errors.FeatureNotSupported:  # cached plan must not change result type
            if self.connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                raise
            self.connection.execute("DEALLOCATE ALL")
            return super().execute(query, params, prepare=True, **options)


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
        """A cursor as ``cursor`` gives it, for statements that are asked again and again."""
        self.close_if_health_check_failed()
        self.ensure_connection()
        with self.wrap_database_errors:
            return self._prepare_cursor(PreparedCursor(self.connection))


def _door(conn_params: dict[str, Any]) -> Door:
    """The door of the server that these parameters lead to."""
    key = conn_params.get("host"), conn_params.get("port")
    if key not in _DOORS:
        _DOORS[key] = Door(partial(_knock, {**conn_params, "connect_timeout": GREETED_WITHIN}))
    return _DOORS[key]


def _knock(parameters: dict[str, Any]) -> None:
    psycopg.connect(**parameters).close()
