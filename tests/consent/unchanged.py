"""The whole database, to be compared with itself."""

from django.db import connection


def everything():
    """Every row of every table, by the table's name."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = [tuple(bytes(value) if isinstance(value, memoryview) else value for value in row) for row in cursor]
            found[table] = sorted(rows, key=repr)
    return found
