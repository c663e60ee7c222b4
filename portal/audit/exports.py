"""Whatever leaves the admin as a file is in the log of staff actions: who, when, from which screen."""

from portal.audit import actions
from portal.audit.recording import record


class ExportMiddleware:
    """Enters each download from the admin. Its address is kept without the query, which may hold what was searched."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if (
            request.path.startswith("/admin/")
            and response.status_code == 200
            and response.headers.get("Content-Disposition", "").startswith("attachment")
            and request.user.is_authenticated
        ):
            record(actions.EXPORTED, about=request.user, by=request.user, path=request.path)
        return response
