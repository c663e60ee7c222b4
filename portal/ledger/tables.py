"""Which tables are ledgers: every model that derives from ``LedgerEntry``."""

from django.apps import apps

from portal.models.ledger import LedgerEntry


def ledgers() -> list[type[LedgerEntry]]:
    """The models of all ledgers, by name."""
    found = [model for model in apps.get_models() if issubclass(model, LedgerEntry)]
    return sorted(found, key=lambda model: model._meta.label)
