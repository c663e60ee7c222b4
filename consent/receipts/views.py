"""The page where anybody has a receipt checked, and the public keys. Nothing that is handed in is kept: not in the
database, not in a log, and no file of it on the disk.
"""

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from consent.keys.signatures import public_keys
from consent.receipts.reading import LARGEST, UnreadableError, read
from consent.receipts.verifying import verify

AROUND = 64 * 1024  # bytes: what a form adds to a receipt


class InMemory(MemoryFileUploadHandler):
    """Keeps a file in memory alone. Whether it is small enough was asked before."""

    def handle_raw_input(self, *args, **kwargs):
        """Says that this one takes it, whatever its size."""
        self.activated = True


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("receipt")
def verify_receipt(request: HttpRequest) -> HttpResponse:
    """Says whether a receipt that somebody pastes or uploads is genuine."""
    context: dict = {"keys": public_keys()}
    if request.method == "POST":
        try:
            context["verdict"] = verify(read(_handed_in(request)))
        except UnreadableError as refusal:
            context |= {"refusal": str(refusal), "pasted": _pasted(request)}
    return render(request, "consent/verify.html", context)


def _handed_in(request: HttpRequest) -> bytes:
    """What was pasted, or else the file. Raises ``UnreadableError``."""
    if _is_too_large(request):
        raise UnreadableError(_("This is larger than a receipt can be."))
    request.upload_handlers = [InMemory(request)]
    try:
        pasted, file = _pasted(request), request.FILES.get("file")
    except (MultiPartParserError, SuspiciousOperation, OSError, ValueError):
        raise UnreadableError(_("This is no receipt: it can’t be read.")) from None
    return pasted.encode("utf-8", "replace") if pasted.strip() or file is None else file.read()


def _pasted(request: HttpRequest) -> str:
    return "" if _is_too_large(request) else request.POST.get("receipt", "")


def _is_too_large(request: HttpRequest) -> bool:
    return int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST + AROUND


@require_safe
@cache_control(public=True, max_age=3600)
def keys(request: HttpRequest) -> JsonResponse:
    """The public keys as a JSON Web Key Set (RFC 7517, RFC 8037), the one in use first."""
    found = [
        {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": key.name, "x": key.raw}
        for key in public_keys()
    ]
    return JsonResponse({"keys": found}, content_type="application/jwk-set+json")
