"""What stands beside an article under its own address: the history of its review, and ``review.json``.

Wagtail serves both as it serves the article: in each language, for an alias, and to those alone who may open it.
Neither is for search engines: the history holds words that were replaced for a reason.
"""

import hashlib
import json
from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles.models import ArticlePage
from articles.review.current import needs_review
from articles.review.history import changes_in, events_of
from articles.review.public_record import public_record
from portal.page_cache.marking import may_keep, shows

HISTORY, RECORD = "review-history", "review.json"  # also in portal/urls.py
EVENTS_ON_A_PAGE = 10


@require_safe
def history(request: HttpRequest, page: ArticlePage) -> HttpResponse:
    """Every decision that readers are told of, newest first, with the words that changed."""
    events = events_of(page)
    if not events:
        raise Http404
    may_keep(request, reads=frozenset({"page"}))
    pages = Paginator(events, EVENTS_ON_A_PAGE).get_page(request.GET.get("page"))
    shows(request, page=pages.number)
    changes = changes_in(pages.object_list)
    shown = [(event, changes.get(event.decision.number) if event.decision else None) for event in pages]
    newest_change = next((event for event, changed in shown if changed), None)  # stands open
    context = {**page.get_context(request), "pages": pages, "events": shown, "newest_change": newest_change}
    return TemplateResponse(request, "articles/review_history.html", context)


@require_safe
def record(request: HttpRequest, page: ArticlePage) -> HttpResponse:
    """``review.json`` of the article, for programs on any host."""
    if not needs_review(page):
        raise Http404
    text = json.dumps(public_record(page, request), ensure_ascii=False, indent=2)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["ETag"] = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    response["X-Robots-Tag"] = "noindex"
    response["Access-Control-Allow-Origin"] = "*"
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


PARTS: dict[str, Callable[[HttpRequest, ArticlePage], HttpResponse]] = {HISTORY: history, RECORD: record}
