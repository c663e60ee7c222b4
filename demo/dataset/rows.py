"""Writes rows of a table many at a time: with COPY on PostgreSQL, with one prepared statement elsewhere.

Nothing of a model runs: whoever writes gives each value as the model would store it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import connection, models

BATCH = 5_000  # rows that are written together


class Rows:
    """Rows of one table. ``varying``: columns that each row gives, by attribute; ``fixed``: those that all share.

    Every other column gets the default of its field; an id that the database counts is left to it.
    """

    def __init__(self, model: type[models.Model], varying: Sequence[str], fixed: Mapping[str, Any] | None = None):
        fields = {field.attname: field for field in model._meta.local_concrete_fields}
        given = [*varying, *(fixed or {})]
        if unknown := set(given) - fields.keys():
            raise ValueError(f"{model._meta.label} has no column {min(unknown)}.")
        rest = [field for name, field in fields.items() if name not in given and not _is_counted(field)]
        self.fixed = {**(fixed or {}), **{field.attname: field.get_default() for field in rest}}
        self.table = model._meta.db_table
        self.columns = [fields[name].column for name in (*varying, *self.fixed)]
        self._constant = tuple(_converted(fields[name], value) for name, value in self.fixed.items())
        conversions = [(place, _conversion(fields[name])) for place, name in enumerate(varying)]
        self._conversions = [(place, convert) for place, convert in conversions if convert]
        self._rows: list[tuple] = []
        self.count = 0

    def add(self, *values: Any) -> None:
        """One more row, its values in the order of ``varying``."""
        if self._conversions:
            changed = list(values)
            for place, convert in self._conversions:
                if changed[place] is not None:
                    changed[place] = convert(changed[place])
            values = tuple(changed)
        self._rows.append(values + self._constant)
        self.count += 1
        if len(self._rows) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Writes what waits."""
        rows, self._rows = self._rows, []
        if not rows:
            return
        names = ", ".join(connection.ops.quote_name(column) for column in self.columns)
        table = connection.ops.quote_name(self.table)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
                return
            marks = ", ".join(["%s"] * len(self.columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - our own names


def _is_counted(field: models.Field) -> bool:
    return isinstance(field, models.AutoField | models.BigAutoField)


def _converted(field: models.Field, value: Any) -> Any:
    convert = _conversion(field)
    return convert(value) if convert and value is not None else value


def _conversion(field: models.Field) -> Callable[[Any], Any] | None:
    """What brings a value of this field into the form that the database's driver takes; None where it has it."""
    if isinstance(field, models.JSONField):
        return lambda value: json.dumps(value, cls=field.encoder)
    if connection.vendor == "postgresql":
        return None
    match getattr(field, "target_field", field):
        case models.DateTimeField():
            return connection.ops.adapt_datetimefield_value
        case models.DateField():
            return connection.ops.adapt_datefield_value
        case models.UUIDField():
            return lambda value: value.hex
    return None
