"""The search page."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from articles.search.finding import LONGEST_QUERY, find
from articles.search.results import Results, hits
from articles.search.scope import scope_for


@cache_control(no_cache=True)
def search(request):
    """What ``q`` finds in this community, narrowed by ``topic`` and ``kind``, a page at a time.

    ``exact`` forgives no typo. Whatever else is asked for is answered with a page, never with an error.
    """
    scope = scope_for(request)
    if scope is None:
        raise Http404
    asked = request.GET
    topics = scope.topics()
    found = find(scope, asked.get("q", ""), topics, exactly="exact" in asked)
    results = Results(found, topics, topic=asked.get("topic", ""), kind=asked.get("kind", ""))
    pages, is_known_page = results.page(asked.get("page", "1"))
    context = {
        "site": scope.site,
        "query": found.typed.replace("\x00", "")[:LONGEST_QUERY],
        "longest_query": LONGEST_QUERY,
        "is_exact": "exact" in asked,
        "found": found,
        "results": results,
        "pages": pages,
        "is_known_page": is_known_page,
        "hits": hits(list(pages.object_list), results, scope, request),
        "all_topics": topics,
        "topic_index": scope.topic_index(),
    }
    return render(request, "articles/search.html", context)
