"""The WSGI entry point of the portal."""

from django.core.wsgi import get_wsgi_application

from portal.environment import choose_settings

choose_settings()

application = get_wsgi_application()

from consent.keys.checking import demand_keys  # noqa: E402 - models must be loaded first
from portal.ledger.checks import demand_protection  # noqa: E402

demand_protection()
demand_keys()
