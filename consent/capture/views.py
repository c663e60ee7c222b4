"""The page to sign up on, which every sign-up box posts to, and the page that says what happens now."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from consent.capture.box import SignUpBox
from consent.capture.form import current_offer
from consent.capture.handling import ACCEPTED, Answer, handle
from consent.capture.posted import is_json
from consent.versions.elsewhere import other_languages


@csrf_exempt  # a page that is the same for everybody holds no token: handle() asks where the form came from
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """The box with every newsletter. Whatever stands behind the question mark of its address is not looked at."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    if request.method == "POST":
        answer = handle(request, site)
        response = _as_json(answer) if is_json(request) else _as_page(request, answer, site)
        patch_cache_control(response, no_store=True)
        return response
    box = _empty_box(site)
    elsewhere = [] if box else other_languages("sign_up", lambda language: current_offer(site, language))
    response = _page(request, box, elsewhere=elsewhere)
    patch_cache_control(response, no_cache=True)
    return response


@require_safe
def check_your_inbox(request: HttpRequest) -> HttpResponse:
    """Says what happens now: the same for everybody who signs up."""
    return render(request, "consent/check_your_inbox.html")


def _as_json(answer: Answer) -> HttpResponse:
    challenge = answer.box.challenge if answer.box else ""
    content = {"code": answer.code, "sentence": str(answer.sentence), "errors": dict(answer.errors)}
    response = JsonResponse(content | ({"challenge": challenge} if challenge else {}), status=answer.status)
    return _with_wait(response, answer)


def _as_page(request: HttpRequest, answer: Answer, site: Site) -> HttpResponse:
    if answer is ACCEPTED:
        response = HttpResponseRedirect(reverse("sign_up_done"))
        response.status_code = 303  # whatever the method was, what follows is a GET (RFC 9110, section 15.4.4)
        return response
    return _with_wait(_page(request, answer.box or _empty_box(site), answer), answer)


def _with_wait(response: HttpResponse, answer: Answer) -> HttpResponse:
    if answer.wait:
        response["Retry-After"] = str(answer.wait)
    return response


def _empty_box(site: Site) -> SignUpBox | None:
    offer = current_offer(site, get_language() or "")
    return SignUpBox(offer) if offer else None


def _page(
    request: HttpRequest,
    box: SignUpBox | None,
    answer: Answer | None = None,
    elsewhere: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    context = {"box": box, "answer": answer, "elsewhere": elsewhere}
    return render(request, "consent/sign_up.html", context, status=answer.status if answer else 200)
