"""Sign-up boxes of an article: what they offer. The newsletters that an editor chose for a box, else those on the
article's topics (the ones that it stands under and its further topics, in whatever language) and on everything.

One query for all boxes of a page, and none where nobody asks: what is in force, which of it is on a further topic,
and whether the community wants a box under every article.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Site

from articles.models import ArticlePage
from articles.models.article import ArticleTopic
from consent.capture.box import SignUpBox
from consent.models import ConsentSettings, Purpose
from consent.versions.offers import Texts, codes_for_topics, in_force, newsletters, offer_of, texts_of
from portal.prepared import prepared


@dataclass(frozen=True)
class Offers:
    """What the boxes of one page may offer. ``on_topics``: codes, where the editor of a box chose none."""

    site: Site
    language: str
    texts: Texts = field(default_factory=dict)
    on_topics: tuple[str, ...] = ()
    stands_at_end: bool = False

    def box(self, prefix: str, chosen: Iterable[str] = ()) -> SignUpBox | None:
        """A box whose ids begin with ``prefix``; None where there is nothing to offer."""
        every = newsletters(self.texts)
        codes = [code for code in every if code in set(chosen)] or self.on_topics
        offer = offer_of(self.site, self.language, codes=codes, texts=self.texts)
        return SignUpBox(offer, prefix=prefix) if offer else None


def offers_for(page: ArticlePage, request: HttpRequest) -> Offers | None:
    """What boxes on ``page`` offer in this request, looked up once, whoever asks. None where no community answers."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    # The page is kept beside its offers, so that its identity is not given to another object meanwhile.
    known: dict[int, tuple[ArticlePage, Offers]] = vars(request).setdefault("article_sign_ups", {})
    if id(page) not in known:
        known[id(page)] = (page, _offers(page, site, is_preview=getattr(request, "is_preview", False)))
    return known[id(page)][1]


def _offers(page: ArticlePage, site: Site, *, is_preview: bool) -> Offers:
    language = get_language() or ""
    rows = _in_force(site.pk, language, page.pk or 0)
    texts = texts_of(rows, language)
    topics = {str(ancestor.translation_key) for ancestor in page.breadcrumb}
    if is_preview:  # what nobody saved yet counts
        topics |= {str(row.topic.translation_key) for row in page.further_topics.all()}
    topics |= {row.version.content["topic"] for row in rows if row.is_further and row.version.content.get("topic")}
    stands_at_end = any(row.wants_end is not False for row in rows)
    return Offers(site, language, texts, tuple(codes_for_topics(texts, topics)), stands_at_end)


@prepared
def _in_force(site: int, language: str, page: int) -> QuerySet:
    further = ArticleTopic.objects.filter(article=page)
    own = Purpose.objects.filter(
        site=OuterRef("site"),
        code=OuterRef("code"),
        topic__translation_key__in=further.values("topic__translation_key"),
    )
    wants_end = ConsentSettings.objects.filter(site=OuterRef("site")).values("offers_at_end")[:1]
    return in_force(site, language).annotate(is_further=Exists(own), wants_end=Subquery(wants_end))
