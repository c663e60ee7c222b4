from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate, pre_save
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self):
        from portal import avatars, publishing, staff_outbox  # noqa: F401, PLC0415 - models must be loaded first
        from portal.admin import starting  # noqa: PLC0415 - likewise
        from portal.audit import keeping, rights  # noqa: F401, PLC0415 - likewise
        from portal.error_reports import begin as begin_error_reports  # noqa: PLC0415 - likewise
        from portal.ledger import checks  # noqa: F401, PLC0415 - likewise
        from portal.page_cache import jobs  # noqa: F401, PLC0415 - likewise
        from portal.purging import duty, gone  # noqa: F401, PLC0415 - likewise
        from portal.sign_in import sessions  # noqa: PLC0415 - likewise

        avatars.take_over()
        begin_error_reports()
        gone.connect()
        publishing.take_over()
        rights.connect()
        sessions.connect()
        starting.take_over()
        pre_save.connect(avatars.write_anew, sender="wagtailusers.UserProfile", dispatch_uid="write_avatars_anew")
        post_migrate.connect(protect_ledgers, sender=self, dispatch_uid="protect_ledgers")
        pre_migrate.connect(stop_noting, sender=self, dispatch_uid="stop_noting")
        post_migrate.connect(note_changes, sender=self, dispatch_uid="note_changes")
        post_migrate.connect(make_indexes, sender=self, dispatch_uid="make_indexes")


def protect_ledgers(*, using, **_signal):
    """After every migration: SQLite drops triggers when it makes a table anew."""
    from portal.ledger import triggers  # noqa: PLC0415 - models must be loaded first

    triggers.install(connections[using])


def make_indexes(*, using, **_signal):
    """After every migration, as for ledgers."""
    from portal import indexes  # noqa: PLC0415 - models must be loaded first

    indexes.install(connections[using])


def stop_noting(*, using, plan=(), **_signal):
    """Before migrations: a table to which triggers write can't be made anew beneath them."""
    from portal.page_cache import triggers  # noqa: PLC0415 - models must be loaded first

    if plan:
        triggers.remove(connections[using])


def note_changes(*, using, plan=(), **_signal):
    """After them: there may be new tables, and what migrations changed is noted as a whole."""
    from portal.page_cache import triggers  # noqa: PLC0415 - models must be loaded first

    triggers.install(connections[using])
    if plan:
        triggers.note_everything(connections[using])
