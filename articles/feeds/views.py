"""The feeds' addresses. A feed that has not changed is not sent again (RFC 9110, section 13).

Whether it has, its digest alone says, each time that somebody asks: an approval that is withdrawn, or a picture whose
file changes, takes the day of the review out of the feed, and no article of it has a new date.
"""

import hashlib

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from wagtail.models import Page

from articles.feeds.atom import ArticleFeed
from articles.feeds.links import topic_feed_url
from articles.models import TopicPage
from articles.public_site import public_site
from articles.search.scope import scope_for


@require_safe
def community_feed(request):
    """The newest articles of the community that answers this address."""
    scope, site = scope_for(request), public_site(request)
    home = scope.home.specific if scope else None
    if home is None or home.get_view_restrictions().exists():
        raise Http404
    return _answer(request, ArticleFeed(site, home, site.absolute(reverse("feed"))))


@require_safe
def topic_feed(request, path):
    """The newest articles on the topic at ``path``."""
    page = Page.route_for_request(request, path)
    topic = page[0] if page else None
    if not isinstance(topic, TopicPage) or topic.get_view_restrictions().exists():
        raise Http404
    site = public_site(request)
    return _answer(request, ArticleFeed(site, topic, topic_feed_url(topic, site)))


def _answer(request, feed: ArticleFeed) -> HttpResponse:
    response = feed(request)
    # The digest leaves out nothing: a corrected title or a removed article makes another feed.
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["Cache-Control"] = "public, no-cache"
    del response["Last-Modified"]
    return get_conditional_response(request, etag=response["ETag"], response=response)
