"""The portal's limits for forms, for its own addresses alone."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from consent.posting.middleware import PublicPostMiddleware


class UnlimitedMiddleware(PublicPostMiddleware):
    """Counts nothing that is sent to ``/benchmark/``."""

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """As ever, elsewhere."""
        return None if request.path.startswith("/benchmark/") else super().process_view(request, *view)
