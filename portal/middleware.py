"""Language, time zone and content policy of a request follow from its address alone, so that a page is the
same for everybody who opens it.
"""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.utils import timezone, translation

from portal.communities import find_community
from portal.models import CommunitySettings

STAFF_PATHS = ("/admin/",)


class PathLocaleMiddleware:
    """Takes the language from the address (``/es/...``), never from a cookie or ``Accept-Language``."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class CommunityTimeZoneMiddleware:
    """Shows times to readers in their community's time zone. Staff keep the zone of their own account."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(STAFF_PATHS):
            return self.get_response(request)
        find_community(request)
        with timezone.override(CommunitySettings.for_request(request).zone):
            return self.get_response(request)


class ContentPolicyMiddleware(CSPMiddleware):
    """Strict on public pages; staff pages may run inline script and style, which Wagtail's editor needs, and
    show a picture that is about to be uploaded.
    """

    def get_policy_parts(self, request, response, *args, **kwargs) -> PolicyParts:
        """The policy for this response, as django-csp asks for it."""
        parts = super().get_policy_parts(request, response, *args, **kwargs)
        if request.path.startswith(STAFF_PATHS):
            parts.update = {
                "img-src": [SELF, "data:", "blob:"],
                "script-src": [SELF, UNSAFE_INLINE],
                "style-src": [SELF, UNSAFE_INLINE],
            }
        return parts
