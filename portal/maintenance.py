"""The maintenance switch: while ``settings.MAINTENANCE_FILE`` exists, readers get a 503 page.

Staff keep the admin, so that they can finish what the maintenance is for. ``manage.py maintenance on|off``
turns it.
"""

from django.conf import settings
from django.shortcuts import render

RETRY_AFTER = 600  # seconds


class MaintenanceMiddleware:
    """Answers 503 (RFC 9110, section 15.6.4) with the maintenance page while the switch is on."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.MAINTENANCE_FILE.exists() and not request.path.startswith("/admin/"):
            response = render(request, "503.html", status=503)
            response["Retry-After"] = str(RETRY_AFTER)
            response["Cache-Control"] = "no-store"
            return response
        return self.get_response(request)
