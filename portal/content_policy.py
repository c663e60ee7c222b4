"""What a page may load and run: as little as it uses, on public pages without any exception, in the admin with those
that Wagtail's editor can't do without (``portal.settings.headers`` has both lists).
"""

from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings

from portal.response_headers import POLICY, STAFF_PATHS, policy_of_files

OWN = frozenset({"_csp_config", "_csp_exempt", "_csp_replace", "_csp_update"})  # what a view says of its own response


class ContentPolicyMiddleware(CSPMiddleware):
    """Sends the policy that belongs to the address of a request. Previews may be framed by the editor."""

    def process_response(self, request, response):
        """The response with its policy; files get the one that lets them do nothing."""
        if settings.MEDIA_URL.startswith("/") and request.path.startswith(settings.MEDIA_URL):
            response.headers.setdefault(POLICY, policy_of_files(request.path))
        elif not (request.path.startswith(STAFF_PATHS) or vars(response).keys() & OWN or hasattr(request, "is_dummy")):
            response.headers.setdefault(POLICY, _public_policy())
            return response
        return super().process_response(request, response)

    def get_policy_parts(self, request, response, *args, **kwargs) -> PolicyParts:
        """The policy for this response, as django-csp asks for it."""
        parts = super().get_policy_parts(request, response, *args, **kwargs)
        if getattr(request, "is_dummy", False):  # Wagtail makes a request of its own for a preview
            parts.replace = {**settings.PREVIEW_CONTENT_POLICY, **(parts.replace or {})}
        elif request.path.startswith(STAFF_PATHS):
            parts.replace = {**settings.ADMIN_CONTENT_POLICY, **(parts.replace or {})}
        return parts


def _public_policy() -> str:
    """That of every public page, put together once for the settings as they are."""
    told = settings.CONTENT_SECURITY_POLICY
    if _built.get("from") is not told:
        _built.update({"from": told, "policy": build_policy()})
    return _built["policy"]


_built: dict = {}
