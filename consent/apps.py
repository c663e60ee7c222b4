from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ConsentConfig(AppConfig):
    name = "consent"
    verbose_name = _("Consent")

    def ready(self):
        from consent.versions.first import publish_first_versions  # noqa: PLC0415 - models must be loaded first

        post_migrate.connect(publish_first_versions, sender=self, dispatch_uid="publish_first_versions")
        from consent import jobs  # noqa: F401, PLC0415 - models must be loaded first
        from consent.mail import letters  # noqa: F401, PLC0415 - models must be loaded first
        from consent.versions import receivers  # noqa: F401, PLC0415 - models must be loaded first
