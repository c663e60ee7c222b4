"""The language of a page follows from its address, its time zone from its community."""

import datetime

import pytest
from django.http import HttpResponse
from django.utils import timezone, translation

from portal.middleware import CommunityTimeZoneMiddleware, PathLocaleMiddleware
from portal.models import CommunitySettings

NEW_YEAR_IN_LONDON = datetime.datetime(2026, 1, 1, 0, 30, tzinfo=datetime.UTC)


def local_time(request):
    """A view that shows one moment in the time zone of the request."""
    return HttpResponse(timezone.localtime(NEW_YEAR_IN_LONDON).isoformat())


def language(request):
    """A view that names the language of the request."""
    return HttpResponse(translation.get_language())


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Europe/Berlin", "2026-01-01T01:30:00+01:00"),
        ("America/New_York", "2025-12-31T19:30:00-05:00"),
        ("", "2026-01-01T00:30:00+00:00"),
    ],
)
def test_readers_see_times_in_their_community_s_zone(rf, community, zone, shown):
    CommunitySettings.objects.filter(site=community).update(time_zone=zone)
    assert CommunityTimeZoneMiddleware(local_time)(rf.get("/")).content.decode() == shown


def test_the_zone_of_one_request_does_not_leak_into_the_next(rf, community):
    CommunityTimeZoneMiddleware(local_time)(rf.get("/"))
    assert timezone.get_current_timezone_name() == "UTC"


def test_staff_pages_keep_the_zone_of_the_account(rf, community):
    response = CommunityTimeZoneMiddleware(local_time)(rf.get("/admin/"))
    assert response.content.decode() == "2026-01-01T00:30:00+00:00"


@pytest.mark.parametrize(("path", "shown"), [("/", "en"), ("/es/", "es"), ("/de/artikel/", "de"), ("/fr/", "en")])
def test_the_address_alone_decides_the_language(rf, path, shown):
    request = rf.get(path, headers={"accept-language": "de, es"})
    request.COOKIES["django_language"] = "es"
    response = PathLocaleMiddleware(language)(request)
    assert response.content.decode() == response["Content-Language"] == shown
    assert not response.has_header("Vary")


def test_the_language_of_one_request_does_not_leak_into_the_next(rf):
    PathLocaleMiddleware(language)(rf.get("/es/"))
    assert translation.get_language() == "en"
