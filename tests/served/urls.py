"""The portal's addresses, and two that fail: readers meet error pages where something is broken."""

from django.core.exceptions import PermissionDenied
from django.urls import path

from portal import urls


def refuse(request):
    """Answers 403."""
    raise PermissionDenied


def fail(request):
    """Answers 500."""
    raise RuntimeError("This page fails on purpose.")


urlpatterns = [path("test-403/", refuse), path("test-500/", fail), *urls.urlpatterns]
