"""The portal's addresses, two that fail (readers meet error pages where something is broken), and one that leads to
what stands under a number: which one an article gets depends on what was loaded before it.
"""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path

from articles.models import ArticlePage
from portal import urls


def refuse(request):
    """Answers 403."""
    raise PermissionDenied


def fail(request):
    """Answers 500."""
    raise RuntimeError("This page fails on purpose.")


def lead(request, name, slug):
    """Leads to the page with this name in ``urls`` that belongs to an article."""
    return redirect(name, ArticlePage.objects.get(slug=slug).pk)


urlpatterns = [
    path("test-403/", refuse),
    path("test-500/", fail),
    path("test-lead/<str:name>/<slug:slug>/", lead),
    *urls.urlpatterns,
]
