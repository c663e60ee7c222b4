"""Django's backend on connections that give up where nobody answers."""

from functools import partial
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from portal.postgresql.answering import GREETED_WITHIN, Door, PatientConnection

_DOORS: dict[tuple[Any, Any], Door] = {}


class _Psycopg:
    """psycopg, which connects with connections of ours."""

    connect = staticmethod(PatientConnection.connect)

    def __getattr__(self, name: str) -> Any:
        return getattr(psycopg, name)


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
        return connection


def _door(conn_params: dict[str, Any]) -> Door:
    """The door of the server that these parameters lead to."""
    key = conn_params.get("host"), conn_params.get("port")
    if key not in _DOORS:
        _DOORS[key] = Door(partial(_knock, {**conn_params, "connect_timeout": GREETED_WITHIN}))
    return _DOORS[key]


def _knock(parameters: dict[str, Any]) -> None:
    psycopg.connect(**parameters).close()
