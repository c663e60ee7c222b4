"""The address at which somebody joins a conversation. GET shows the first step, POST takes one."""

from http import HTTPStatus

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from articles.models import ArticlePage
from comments.joining.cookie import commenter_from, forget
from comments.joining.handling import handle
from comments.joining.pages import help_page, sanctioned_page, step_page, stopped_page
from comments.joining.place import Place, place_of
from comments.joining.screens import SanctionedError, Screen, Visit, begin
from comments.joining.sending import sent_before
from comments.joining.ticket import AgedTicketError, ForgedTicketError, Ticket, open_ticket
from comments.joining.typed import Typed, read
from comments.models import CrisisCase
from comments.rules.places import Obstacle, open_article
from comments.rules.posting import PlaceError, Posted, SanctionError
from consent.by_link.answers import see_other
from consent.capture.posted import UnreadableError
from portal.network import network_of
from portal.prepared import prepared
from portal.private_pages import private_page
from portal.same_origin import same_origin_posts

NO_COMMENT = -1  # the number of no comment: what stands behind ?reply_to= can't be read


@private_page
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@same_origin_posts
@sensitive_variables("typed", "visit", "ticket", "answer")
def conversation_join(request: HttpRequest, page_id: int) -> HttpResponse:
    """All steps of joining the conversation under one article."""
    if (site := Site.find_for_request(request)) is None:
        raise Http404
    if request.method != "POST":
        return _opened(request, site, page_id)
    try:
        typed = read(request)
    except UnreadableError:
        return render(request, "400.html", status=HTTPStatus.BAD_REQUEST)
    ticket = _ticket(typed, site, page_id)
    if ticket and (posted := sent_before(typed, ticket)):
        return _sent(request, posted)
    return _taken(request, site, open_article(page_id, site), typed, ticket)


def _opened(request: HttpRequest, site: Site, page_id: int) -> HttpResponse:
    """The first step."""
    article = open_article(page_id, site)
    if article is None:
        raise Http404
    if article.locale.language_code != translation.get_language():
        with translation.override(article.locale.language_code):
            address = reverse("conversation_join", args=[page_id])
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(f"{address}?{query}" if query else address)
    try:
        visit = _visit(request, place_of(article, site), Typed())
        return step_page(request, visit.place, begin(visit, parent_id=_parent_id(request)))
    except PlaceError as refusal:
        return stopped_page(request, refusal.obstacle, article)
    except SanctionedError as refusal:
        return sanctioned_page(request, refusal.sanction, article)


def _taken(
    request: HttpRequest, site: Site, article: ArticlePage | None, typed: Typed, ticket: Ticket | None
) -> HttpResponse:
    """What follows from one form."""
    if article is None:
        return stopped_page(request, Obstacle.GONE, None, typed)
    try:
        place = place_of(article, site)
        if typed.act == "forget":
            return _forgotten(request, place, typed, ticket)
        visit = _visit(request, place, typed)
        answer = handle(visit)
    except PlaceError as refusal:
        is_gone = refusal.obstacle is Obstacle.GONE
        return stopped_page(request, refusal.obstacle, None if is_gone else article, typed)
    except SanctionedError as refusal:
        return sanctioned_page(request, refusal.sanction, article, typed)
    except SanctionError:
        return sanctioned_page(request, None, article, typed)
    return step_page(request, place, answer) if isinstance(answer, Screen) else _sent(request, answer)


def _forgotten(request: HttpRequest, place: Place, typed: Typed, ticket: Ticket | None) -> HttpResponse:
    """The first step, in a browser that no longer knows anybody. The words stay, the name goes."""
    stranger = Visit(place, network_of(request), None, Typed(text=typed.text))
    response = step_page(request, place, begin(stranger, parent_id=ticket.parent if ticket else None))
    forget(response)
    return response


def _sent(request: HttpRequest, posted: Posted) -> HttpResponse:
    """Leads to the page that says where the comment stands; help for somebody in danger comes first."""
    link = reverse("conversation_status", args=[posted.link or "gone"])
    if _cases(posted.comment.pk):
        return help_page(request, posted.comment.conversation.site, link)
    return see_other(link)


@prepared
def _cases(comment: int) -> QuerySet:
    return CrisisCase.objects.filter(comment=comment).values_list("pk")


def _visit(request: HttpRequest, place: Place, typed: Typed) -> Visit:
    return Visit(place, network_of(request), commenter_from(request, place.site), typed)


def _ticket(typed: Typed, site: Site, page_id: int) -> Ticket | None:
    """The ticket of the form, if it is one for this place."""
    try:
        return open_ticket(typed.ticket, site=site.pk, page=page_id, language=translation.get_language() or "")
    except (ForgedTicketError, AgedTicketError):
        return None


def _parent_id(request: HttpRequest) -> int | None:
    """The number of the comment that is answered."""
    text = request.GET.get("reply_to", "")
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else NO_COMMENT
