"""The portal keeps no documents: a text that readers need is a page. ``wagtail.documents`` is not installed.

Wagtail 8.0 reverses the documents' API address on every admin page (``wagtail_config`` in ``wagtailadmin_tags``),
installed or not. This endpoint gives it one, with nothing behind it.
"""

from django.http import JsonResponse
from django.urls import path


def no_documents(request):
    """An empty listing in the shape of Wagtail's admin API."""
    return JsonResponse({"meta": {"total_count": 0}, "items": []})


class NoDocumentsEndpoint:
    """As much of an endpoint as ``WagtailAPIRouter`` asks for. ``model`` matches no model."""

    model = type("NoDocument", (), {})

    @classmethod
    def get_urlpatterns(cls):
        """The one address that Wagtail reverses."""
        return [path("", no_documents, name="listing")]
