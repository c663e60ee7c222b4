"""Rows by very many numbers: ``filter(pk__in=among(numbers))``.

Django makes a parameter of each number, which for thousands takes longer than the query. PostgreSQL takes them as one.
"""

from collections.abc import Collection

from django.db import connection
from django.db.models.expressions import RawSQL


def among(numbers: Collection[int]) -> RawSQL | list[int]:
    """What a column of numbers is compared with by ``__in``."""
    if connection.vendor != "postgresql":
        return list(numbers)
    return RawSQL("SELECT unnest(%s::bigint[])", [list(numbers)])  # noqa: S611 - one parameter
