"""Where somebody joins: the article, the words that they agree to, the rules. Asked anew on every step, so that
closing, unpublishing and changed words are honoured between any two.
"""

from dataclasses import dataclass

from wagtail.models import Site

from articles.models import ArticlePage
from comments.models import Comment, Conversation
from comments.rulebook import Rulebook, rulebook_among
from comments.rules.places import Obstacle, obstacle, parent_of
from comments.rules.posting import PlaceError
from consent.models import Purpose, TextVersion
from consent.versions.offers import COMMENT, Offer, codes_of_kind, offer_of, rows_in_force, texts_of


@dataclass(frozen=True)
class Place:
    """An article under which comments may be written now. ``needed``: boxes without which nothing can be kept."""

    site: Site
    article: ArticlePage
    language: str
    offer: Offer
    needed: frozenset[str]
    rules: Rulebook

    def parent(self, parent_id: int | None) -> Comment | None:
        """The published comment that is answered, if one is. Raises ``ParentError``."""
        if parent_id is None:
            return None
        return parent_of(Conversation.objects.filter(page=self.article.pk).first(), parent_id)

    def version_of_rules(self, pk: int | None) -> TextVersion | None:
        """The version of the rules with this number. A query where it is not the one in force."""
        if pk == self.rules.version.pk:
            return self.rules.version
        return TextVersion.objects.filter(pk=pk).first() if pk is not None else None


def place_of(article: ArticlePage, site: Site) -> Place:
    """The place under an open article. Raises ``PlaceError``. Three queries."""
    language = article.locale.language_code
    if found := obstacle(article, site):
        raise PlaceError(found)
    rows = rows_in_force(site.pk, language)
    texts = texts_of(rows, language)
    needed = codes_of_kind(texts, Purpose.Kind.COMMENTS)
    codes = [*needed, *codes_of_kind(texts, Purpose.Kind.FOLLOW_UPS)]
    offer = offer_of(site, language, notice=COMMENT, codes=codes, texts=texts)
    rules = rulebook_among(rows, language)
    if not needed or offer is None or rules is None:
        raise PlaceError(Obstacle.NOT_OFFERED)
    return Place(site, article, language, offer, frozenset(needed), rules)
