"""The WSGI entry point of the portal. A database that must not be used as it is ends the start with a sentence."""

import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from portal.environment import choose_settings

choose_settings()

application = get_wsgi_application()

from consent.keys.checking import demand_keys  # noqa: E402 - models must be loaded first
from portal.ledger.checks import demand_protection  # noqa: E402

try:
    demand_protection()
    demand_keys()
except ImproperlyConfigured as refusal:
    sys.exit(str(refusal))
