"""Language and time zone of a request follow from its address alone, so that a page is the same for everybody who opens
it.
"""

from django.conf import settings
from django.utils import timezone, translation

from portal.communities import find_community
from portal.models import CommunitySettings
from portal.response_headers import STAFF_PATHS


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
