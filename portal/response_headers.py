"""Every response carries the headers that protect whoever gets it: pages, refusals, redirects, files, 304s, what load
balancers are told, errors. Whatever says more by itself keeps its own word.

It stands before all other middleware, so nothing answers around it. Kept pages keep their headers
(``portal.page_cache``).
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

STAFF_PATHS = ("/admin/",)
POLICY = "Content-Security-Policy"


class ResponseHeadersMiddleware:
    """Adds what is missing of ``settings.RESPONSE_HEADERS``, HSTS, and a content policy for what is no page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(STAFF_PATHS):
            response.headers.setdefault("Permissions-Policy", settings.ADMIN_PERMISSIONS_POLICY)
        for name, value in settings.RESPONSE_HEADERS.items():
            response.headers.setdefault(name, value)
        if request.is_secure() and (hsts := strict_transport_security()):
            response.headers.setdefault("Strict-Transport-Security", hsts)
        response.headers.setdefault(POLICY, policy_of_files(request.path))
        return response


def strict_transport_security() -> str:
    """The header's value (RFC 6797, section 6.1). Empty where HTTPS is not insisted on."""
    if not settings.SECURE_HSTS_SECONDS:
        return ""
    parts = [f"max-age={settings.SECURE_HSTS_SECONDS}"]
    parts += ["includeSubDomains"] if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else []
    return "; ".join(parts + (["preload"] if settings.SECURE_HSTS_PRELOAD else []))


def policy_of_files(path: str) -> str:
    """The content policy of a response that is no page."""
    is_uploaded = settings.MEDIA_URL.startswith("/") and path.startswith(settings.MEDIA_URL)
    return settings.MEDIA_CONTENT_POLICY if is_uploaded else settings.STATIC_CONTENT_POLICY
