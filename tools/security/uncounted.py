"""The addresses that take forms, as ever; how many came is not counted."""

from django.http import HttpResponseNotAllowed

from consent.posting.middleware import SAFE, PublicPostMiddleware, limit_of


class UncountedPostMiddleware(PublicPostMiddleware):
    """Refuses forms where none is taken, and nothing else."""

    def process_view(self, request, *_view):
        """The refusal, or nothing."""
        is_refused = request.method not in SAFE and limit_of(request) is None
        return HttpResponseNotAllowed(["GET", "HEAD"]) if is_refused else None
