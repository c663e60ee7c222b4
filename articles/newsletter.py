"""What is new for a newsletter: articles that a reviewer approved, or that were published or changed, since the last.

What a mail says of a review, the text as it is at that moment decides (DESIGN.md, R1): entries are made anew for each
batch. An article that is no longer open to all, or whose approval was taken back, stands in no mail; beside one that
has changed since its review stands that it has, and no name.
"""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, Site

from articles.blocks.plain import plain_line
from articles.models import ArticlePage, ReviewDecision, TopicPage
from articles.review.byline import byline_of
from articles.review.current import Review
from articles.review.listed import with_reviews
from articles.review.status import Standing
from consent.models import Purpose
from consent.newsletter.sources import Entry
from portal.models import CommunitySettings


def news(purpose: Purpose, since: datetime, until: datetime) -> list[int]:
    """Ids of what is new for ``purpose``, in every language, what happened last first. Eight queries or so."""
    span = {"gt": since, "lte": until}
    approvals = ReviewDecision.objects.filter(
        outcome=ReviewDecision.Outcome.APPROVED, **{f"recorded_at__{each}": moment for each, moment in span.items()}
    )
    dates = ("first_published_at", "last_published_at")
    published = [Q(**{f"{name}__{each}": moment for each, moment in span.items()}) for name in dates]
    found = _open_articles(purpose).filter(Q(pk__in=approvals.values("page_id")) | published[0] | published[1])
    with timezone.override(CommunitySettings.for_site(purpose.site).zone):  # a review is due where the community is
        moments = {article.pk: _news_of(article, since, until) for article in with_reviews(found)}
    return sorted((pk for pk, moment in moments.items() if moment), key=lambda pk: (moments[pk], pk), reverse=True)


def entries(ids: list[int], site: Site, language: str) -> list[Entry]:
    """What mail in ``language`` may say now of the articles ``ids``. Eight queries at most, for any number."""
    articles = _in_community(site).filter(pk__in=ids, locale__language_code=language).select_related("locale")
    community = CommunitySettings.for_site(site)
    with override(language), timezone.override(community.zone):
        return [_entry(article, community) for article in with_reviews(articles) if _is_fit(article.listed_review)]


def _open_articles(purpose: Purpose) -> QuerySet[ArticlePage]:
    """Articles on the purpose's topic, or in the whole community, that any reader may open."""
    found = _in_community(purpose.site)
    if purpose.topic is None:
        return found
    topics = TopicPage.objects.filter(translation_key=purpose.topic.translation_key)
    on_topic = [ArticlePage.objects.on_topic(topic).values("pk") for topic in topics]
    wanted = Q(pk__in=())
    for pages in on_topic:
        wanted |= Q(pk__in=pages)
    return found.filter(wanted)


def _in_community(site: Site) -> QuerySet[ArticlePage]:
    """Articles of a community in all its languages. An alias shows a text that stands elsewhere: it is no news."""
    homes = Page.objects.filter(translation_key=site.root_page.translation_key)
    found = ArticlePage.objects.none()
    for home in homes:
        found = found | ArticlePage.objects.in_community(home)
    return found.filter(alias_of=None)


def _news_of(article: ArticlePage, since: datetime, until: datetime) -> datetime | None:
    """When the article last became news in the span. An approval counts while it stands and is not overdue."""
    review = article.listed_review
    decision = review.decision if review and review.standing is not Standing.OVERDUE else None
    moments = [article.first_published_at, article.last_published_at, decision.recorded_at if decision else None]
    return max((moment for moment in moments if moment and since < moment <= until), default=None)


def _is_fit(review: Review | None) -> bool:
    """Whether readers may be led to the article: not to a text whose approval was taken back."""
    return review is None or review.standing is not Standing.WITHDRAWN


def _entry(article: ArticlePage, community: CommunitySettings) -> Entry:
    return Entry(
        page_id=article.pk,
        title=plain_line(article.title),
        url=article.get_full_url() or "",
        summary=plain_line(article.summary),
        line=_line(article, community),
    )


def _line(article: ArticlePage, community: CommunitySettings) -> str:
    """That it is one person's story; or who approved this very text, when, and whether that is too long ago; or that
    nobody did.
    """
    if article.is_story:
        return _("Personal story")
    review = article.listed_review
    if review is None or review.decision is None:
        is_changed = review is not None and review.standing is Standing.CHANGED
        return _("Changed since its last review") if is_changed else _("Not medically reviewed yet")
    byline = byline_of(review.decision, community, None)
    name = f"{byline.name}, {byline.qualification}" if byline.qualification else byline.name
    words = {"day": date_format(review.decision.reviewed_on, "DATE_FORMAT"), "name": name}
    if review.standing is Standing.OVERDUE and review.decision.due_on:
        words["due"] = date_format(review.decision.due_on, "DATE_FORMAT")
        return _("Medically reviewed on %(day)s by %(name)s. The next review was due on %(due)s.") % words
    return _("Medically reviewed on %(day)s by %(name)s") % words
