"""Whether the database protects its ledgers: asked by ``manage.py check --database`` and when the server starts."""

from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections

from portal.ledger import triggers


@checks.register(checks.Tags.database)
def ledgers_are_protected(app_configs, databases, **kwargs) -> list[checks.CheckMessage]:
    """One error for each database whose ledgers could be changed."""
    return [
        checks.Error(
            f"The database “{alias}” would let its ledgers be changed: {', '.join(names)} missing.",
            hint="Run manage.py migrate: it puts the triggers back.",
            id="portal.E010",
        )
        for alias in databases or []
        if (names := triggers.missing(connections[alias]))
    ]


def demand_protection() -> None:
    """Raises ``ImproperlyConfigured`` if the ledgers could be changed. A database that is away is not asked."""
    try:
        names = triggers.missing(connections["default"])
    except DatabaseError:
        return
    finally:
        connections["default"].close()
    if names:
        raise ImproperlyConfigured(
            f"The database would let its ledgers be changed ({', '.join(names)} missing). "
            "Run manage.py migrate: it puts the triggers back."
        )
