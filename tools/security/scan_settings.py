"""The demonstration with everything that production insists on. Forms are not counted by network, since a scanner sends
thousands: what lies behind the limits is what is to be scanned.
"""

from portal.settings.demo import *  # noqa: F403
from portal.settings.demo import MIDDLEWARE
from portal.settings.headers import *  # noqa: F403

COUNTED = "consent.posting.middleware.PublicPostMiddleware"
MIDDLEWARE = ["tools.security.uncounted.UncountedPostMiddleware" if name == COUNTED else name for name in MIDDLEWARE]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
