"""What one reader may find: live pages of one community in one language that are open to everybody, and its terms."""

from django.db.models import Q, QuerySet
from wagtail.models import Locale, Page, Site

from articles.models import GlossaryPage, SearchEntry, TopicIndexPage, TopicPage
from portal.open_pages import all_of, is_open_to_all, open_to_all


class Scope:
    """A community in the language of a request. ``home`` is its home page in that language."""

    def __init__(self, site: Site):
        self.site = site
        locale = Locale.get_active()
        root = site.root_page
        translated = None if root.locale_id == locale.pk else root.get_translation_or_none(locale)
        self.home = translated or root
        self.language = locale.language_code if self.home.locale_id == locale.pk else root.locale.language_code

    @property
    def of_entries(self) -> Q:
        """What holds for every entry that a reader may find. Asks the pages, not the index."""
        below = Q(page__path__startswith=self.home.path, page__depth__gt=self.home.depth)
        of_terms = Q(term__locale=self.home.locale_id) & (Q(term__site=self.site) | Q(term__site=None))
        return (below & is_open_to_all("page")) | of_terms

    def entries(self) -> QuerySet[SearchEntry]:
        """Every entry that a reader may find."""
        return SearchEntry.objects.filter(self.of_entries)

    def topics(self) -> list[TopicPage]:
        """The community's topics by name."""
        return sorted(self._open(TopicPage), key=lambda topic: (topic.title.casefold(), topic.pk))

    def topic_index(self) -> TopicIndexPage | None:
        """The community's A to Z, if it has one."""
        return self._open(TopicIndexPage).first()

    def glossary(self) -> GlossaryPage | None:
        """The community's glossary page, if it has one."""
        return self._open(GlossaryPage).first()

    def _open(self, kind: type[Page]) -> QuerySet:
        """Pages of a kind."""
        return open_to_all(all_of(kind).descendant_of(self.home))


def scope_for(request) -> Scope | None:
    """The scope of a request by its host and language, or ``None`` where no community answers."""
    site = Site.find_for_request(request)
    return Scope(site) if site else None
