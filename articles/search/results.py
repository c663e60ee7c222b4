"""One page of what was found, with the filters that a reader may set and how much each leaves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.utils.safestring import SafeString

from articles.glossary import glossary_entries
from articles.models import SearchEntry, TopicPage
from articles.models.article_queries import topics_by_article
from articles.review.listed import reviewed_on_by_page
from articles.search.finding import Found
from articles.search.ranking import Light
from articles.search.scope import Scope
from articles.search.snippets import mark_words, snippet

PAGE_SIZE = 20
HIGHEST_PAGE = 10_000


@dataclass(frozen=True)
class Choice:
    """A filter that a reader may set, with how many results it leaves."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Hit:
    """One result as a reader sees it."""

    kind: str
    title: SafeString
    snippet: SafeString
    url: str
    topics: list[TopicPage]
    reviewed_on: date | None = None


class Results:
    """What was found, filtered by topic (its slug) and kind. An unknown filter is no filter."""

    def __init__(self, found: Found, topics: Sequence[TopicPage], *, topic: str = "", kind: str = ""):
        self.found = found
        self.topic = next((each for each in topics if each.slug == topic), None)
        self.kind = kind if kind in SearchEntry.Kind.values else ""
        pages = [(entry.page_id, entry.path) for entry in found.entries if entry.page_id and entry.path]
        self._topics_by_page = topics_by_article(pages, topics) if pages else {}
        self._all_topics = topics

    def topics_of(self, entry: Light) -> list[TopicPage]:
        """The topics of an article, by name. Other entries have none."""
        return self._topics_by_page.get(entry.page_id or 0, [])

    def _is_on_topic(self, entry: Light) -> bool:
        if self.topic is None:
            return True
        return entry.page_id == self.topic.pk or self.topic in self.topics_of(entry)

    def _is_of_kind(self, entry: Light) -> bool:
        return not self.kind or entry.kind == self.kind

    @cached_property
    def entries(self) -> list[Light]:
        """What the filters leave, best first."""
        return [entry for entry in self.found.entries if self._is_of_kind(entry) and self._is_on_topic(entry)]

    @cached_property
    def kinds(self) -> list[Choice]:
        """Kinds among the results of the chosen topic."""
        counts = Counter(entry.kind for entry in self.found.entries if self._is_on_topic(entry))
        return [
            Choice(kind.value, str(kind.label), counts[kind.value], kind == self.kind)
            for kind in SearchEntry.Kind
            if counts[kind.value] or kind == self.kind
        ]

    @cached_property
    def topics(self) -> list[Choice]:
        """Topics among the results of the chosen kind."""
        shown = [entry for entry in self.found.entries if self._is_of_kind(entry)]
        counts = Counter(topic.pk for entry in shown for topic in self.topics_of(entry))
        counts.update(entry.page_id for entry in shown if entry.kind == SearchEntry.Kind.TOPIC)  # on itself, too
        return [
            Choice(topic.slug, topic.title, counts[topic.pk], topic == self.topic)
            for topic in self._all_topics
            if counts[topic.pk] or topic == self.topic
        ]

    def page(self, number: str) -> tuple[ResultPage, bool]:
        """The page of that number, or the nearest one there is, and whether ``number`` named a page."""
        pages = Paginator(self.entries, PAGE_SIZE)
        is_number = number.isascii() and number.isdigit() and len(number) < len(str(HIGHEST_PAGE))
        wanted = int(number) if is_number else 1
        existing = min(max(wanted, 1), pages.num_pages)
        return pages.page(existing), is_number and wanted == existing


def hits(entries: Sequence[Light], results: Results, scope: Scope, request) -> list[Hit]:
    """``entries`` of one page as readers see them. Their texts are read here and not before. Four queries at most, and
    six to tell which articles stand as reviewed.
    """
    texts = SearchEntry.objects.select_related("page").in_bulk([entry.pk for entry in entries])
    glossary = scope.glossary() if any(entry.term_id for entry in entries) else None
    anchors = {entry.term.casefold(): entry.anchor for entry in glossary_entries(glossary)} if glossary else {}
    marked, language = results.found.marked, scope.language
    information = [each.page_id for each in entries if each.page_id and each.kind == SearchEntry.Kind.INFORMATION]
    reviewed = reviewed_on_by_page(information) if information else {}
    shown = []
    for light in entries:
        entry = texts.get(light.pk)
        if entry is None:  # removed since
            continue
        page = entry.page or glossary
        url = page.get_url(request) or "" if page else ""
        anchor = anchors.get(entry.title.casefold(), "") if entry.term_id else ""
        shown.append(
            Hit(
                kind=entry.kind_name,
                title=mark_words(entry.title, marked, language),
                snippet=snippet(entry.text, marked, language),
                url=f"{url}#{anchor}" if anchor else url,
                topics=results.topics_of(light),
                reviewed_on=reviewed.get(light.page_id or 0),
            )
        )
    return shown
