from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsentConfig(AppConfig):
    name = "consent"
    verbose_name = _("Consent")

    def ready(self):
        from consent import jobs  # noqa: F401, PLC0415 - models must be loaded first
        from consent.mail import letters  # noqa: F401, PLC0415 - models must be loaded first
        from consent.newsletter import checks  # noqa: F401, PLC0415 - models must be loaded first
