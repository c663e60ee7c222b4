"""The one published comment with an id, under an article that all readers may open. Whatever else an id may mean
(hidden, withdrawn, never given, too large to be one), the answer is the same (DESIGN.md, M2).
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Site

from comments.models import Comment, Conversation
from comments.rules.places import open_article

LARGEST = 2**63 - 1  # that a database knows


def readable_comment(comment_id: int, request: HttpRequest) -> Comment | None:
    """The comment with its conversation, if readers of this community see it. At most four queries."""
    site = Site.find_for_request(request)
    if site is None or comment_id > LARGEST:
        return None
    found = Comment.objects.published().filter(pk=comment_id, conversation__site=site)
    comment = found.select_related("conversation__page__locale", "commenter__contact").first()
    if comment is None or comment.conversation.page_id is None:
        return None
    return comment if open_article(comment.conversation.page_id, site) else None


def not_here(request: HttpRequest) -> HttpResponse:
    """A kind sentence, the same for every comment that readers do not see."""
    return render(request, "conversation/not_here.html", status=404)


def page_of(conversation_id: int) -> int | None:
    """The page under which a conversation stands."""
    return Conversation.objects.filter(pk=conversation_id).values_list("page_id", flat=True).first()
