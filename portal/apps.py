from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self):
        from portal.ledger import checks  # noqa: F401, PLC0415 - models must be loaded first
        from portal.page_cache import jobs  # noqa: F401, PLC0415 - likewise

        post_migrate.connect(protect_ledgers, sender=self, dispatch_uid="protect_ledgers")
        post_migrate.connect(note_changes, sender=self, dispatch_uid="note_changes")


def protect_ledgers(*, using, **_signal):
    """After every migration: SQLite drops triggers when it makes a table anew."""
    from portal.ledger import triggers  # noqa: PLC0415 - models must be loaded first

    triggers.install(connections[using])


def note_changes(*, using, **_signal):
    """Likewise, and a migration may have brought new tables."""
    from portal.page_cache import triggers  # noqa: PLC0415 - models must be loaded first

    triggers.install(connections[using])
