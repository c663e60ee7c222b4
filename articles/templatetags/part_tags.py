"""Parts of pages that are made once (docs/decisions/0018-made-once.md). Each tag gathers everything that its template
shows, and has it made anew only where something of it is another.
"""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.models import ArticlePage
from articles.review.byline import byline_of, reviewer_of
from articles.review.current import Review
from portal.addresses import address_of
from portal.frame import Link
from portal.templatetags.portal_tags import frame, made_once

register = template.Library()


@register.simple_tag(takes_context=True)
def entry(context, article: ArticlePage) -> SafeString:
    """An article in a list."""
    review = getattr(article, "listed_review", None)
    reviewed_on = review.decision.reviewed_on if review and review.decision else None
    url = address_of(article, context.get("request"))
    shown = (url, article.title, article.summary, article.kind, reviewed_on)
    days = (article.first_published_at, article.last_published_at)
    return made_once("articles/_entry.html", *shown, *days, article=article, url=url)


@register.simple_tag(takes_context=True)
def article_head(context, talk) -> SafeString:
    """What stands above the text: title, byline, where the review stands, the way to the conversation."""
    page, request, review = context["page"], context["request"], context["review"]
    people = tuple(
        (person.title, person.credentials, address_of(person, request) if person.live else None)
        for person in page.authors
    )
    shown = (page.title, page.summary, page.kind, page.first_published_at, page.last_published_at, people)
    integrity = _link(context, "editorial-integrity")
    of_talk = (talk is not None, talk.count if talk else 0)
    names = {name: context.get(name) for name in ("page", "request", "review")}
    inputs = (shown, _shown_of(review, context), integrity, of_talk)
    return made_once("articles/_head.html", inputs, talk=talk, **names)


@register.simple_tag(takes_context=True)
def how_reviewed(context) -> SafeString:
    """How the text was reviewed, if any text of the page was."""
    page, request, review = context["page"], context["request"], context["review"]
    if page.is_story or not review.has_history:
        return SafeString("")
    address = address_of(page, request)
    return made_once(
        "articles/_how_reviewed.html", _shown_of(review, context), address, page=page, review=review, request=request
    )


@register.simple_tag(takes_context=True)
def disclaimer(context) -> SafeString:
    """What the community says of its information, or of stories."""
    page, around = context["page"], frame(context)
    community = around.community
    words = community.disclaimer_story if page.is_story else community.disclaimer_information
    names = {"page": page, "frame": around, "request": context["request"]}
    if words and not around.is_translated and "linktype" in words:  # leads to pages that may change
        return SafeString(render_to_string("articles/_disclaimer.html", names))
    return made_once("articles/_disclaimer.html", page.kind, words, around.is_translated, **names)


def _shown_of(review: Review, context) -> tuple:
    """Everything that is told of a review. Its decision is an entry of the ledger, which never changes."""
    decision = review.decision
    if decision is None:
        return review.standing, review.has_history
    request, community = context["request"], frame(context).community
    names = byline_of(decision, community, request), reviewer_of(decision, request)
    return review.standing, review.has_history, decision.pk, decision.entry_hash, names


def _link(context, role: str) -> Link | None:
    return frame(context).roles.get(role)
