"""The conversation on pages of its own, and one comment by its address. Both only read."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from articles.models import ArticlePage
from comments.pages.place import LARGEST, not_here, readable_comment
from comments.pages.section import Section, holds
from comments.reading.facts import facts_of
from comments.reading.threads import Order, page_number
from comments.rules.places import open_article
from portal.page_cache.marking import may_keep, shows


@require_safe
def conversation(request: HttpRequest, page_id: int) -> HttpResponse:
    """One page of a conversation: ``?page=2``, ``?order=newest``. Other values lead to a page that there is."""
    site = Site.find_for_request(request)
    page = open_article(page_id, site) if site and page_id <= LARGEST else None
    if site is None or page is None:
        raise Http404
    if page.locale.language_code != translation.get_language():
        return redirect(address_in(page, "conversation", page.pk))
    facts = facts_of(page, site)
    pages = Paginator(range(facts.count), settings.COMMENTS_PER_PAGE).get_page(request.GET.get("page"))
    order = Order.NEWEST if request.GET.get("order") == Order.NEWEST else Order.OLDEST
    section = Section(page, facts, number=pages.number, order=order)
    if not section.is_shown:
        raise Http404
    is_first = pages.number == 1 and order == Order.OLDEST
    canonical = f"{site.root_url}{section.address}" if is_first else ""  # the others are not for search engines
    holds(request, section)
    may_keep(request, reads=frozenset({"page", "order"}))
    shows(request, page=pages.number, order=order)
    context = {"page": page, "talk": section, "pages": pages, "canonical": canonical}
    response = render(request, "conversation/conversation.html", context)
    patch_cache_control(response, no_cache=True)  # what stands here may be withdrawn at any moment
    return response


@require_safe
def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Leads to the page on which a comment stands, and on it to the comment."""
    found = readable_comment(comment_id, request)
    if found is None or found.conversation.page is None:
        return not_here(request)
    response = redirect(address_of(found.conversation.page, comment_id, number=page_number(found)))
    patch_cache_control(response, no_cache=True)
    return response


def address_of(page: Page, comment_id: int, *, number: int) -> str:
    """Where a comment stands: on the page with this number, oldest first."""
    query = f"?page={number}" if number > 1 else ""
    return f"{address_in(page, 'conversation', page.pk)}{query}#comment-{comment_id}"


def address_in(page: Page | ArticlePage, name: str, *args: int) -> str:
    """An address of the conversation in the language of ``page``."""
    with translation.override(page.locale.language_code):
        return reverse(name, args=args)
