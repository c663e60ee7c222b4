from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ConsentConfig(AppConfig):
    name = "consent"
    verbose_name = _("Consent")

    def ready(self):
        from consent import backups, jobs  # noqa: F401, PLC0415 - models must be loaded first
        from consent.keys import checking  # noqa: F401, PLC0415 - models must be loaded first
        from consent.mail import duty, letters  # noqa: F401, PLC0415 - models must be loaded first
        from consent.newsletter import checks as newsletter_checks  # noqa: F401, PLC0415 - models must be loaded first
        from consent.newsletter import jobs as newsletter_jobs  # noqa: F401, PLC0415 - models must be loaded first
        from consent.newsletter import letter  # noqa: F401, PLC0415 - models must be loaded first
        from consent.register import checks, declarations  # noqa: F401, PLC0415 - models must be loaded first
        from consent.versions import receivers  # noqa: F401, PLC0415 - models must be loaded first
        from consent.versions.first import publish_first_versions  # noqa: PLC0415 - models must be loaded first

        post_migrate.connect(publish_first_versions, sender=self, dispatch_uid="publish_first_versions")
        post_migrate.connect(note_key, sender=self, dispatch_uid="note_key")


def note_key(*, using, **_signal):
    """The key in use belongs to the database from its first migration on."""
    from consent.keys.checking import note_current  # noqa: PLC0415 - models must be loaded first
    from consent.models import KeyCheck  # noqa: PLC0415 - likewise

    if using == DEFAULT_DB_ALIAS and KeyCheck._meta.db_table in connections[using].introspection.table_names():
        note_current()
