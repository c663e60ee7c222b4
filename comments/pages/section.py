"""The conversation as one request shows it: below an article and on its own pages. Looked up once in a request, whoever
asks: the page, its head, its structured data. One query, and one more where somebody said something.

Nothing of it depends on who reads, so an article is the same for everybody (DESIGN.md, E2).
"""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.models import Site

from articles.models import ArticlePage
from comments.reading.facts import Facts, facts_of
from comments.reading.thread_html import Words, threads_html
from comments.reading.threads import Order, Rows, page_of
from comments.rules.places import Obstacle, obstacle_in
from portal.page_cache.marking import depends_on


@dataclass(frozen=True)
class Section:
    """One page of the conversation under one article."""

    page: ArticlePage
    facts: Facts
    number: int = 1
    order: Order = Order.OLDEST

    @property
    def count(self) -> int:
        """How many comments readers see."""
        return self.facts.count

    @property
    def has_more(self) -> bool:
        """Whether there is a second page."""
        return self.count > settings.COMMENTS_PER_PAGE

    @property
    def obstacle(self) -> Obstacle | None:
        """Why nobody can join, or None."""
        if not (self.facts.settings.is_open and self.facts.rules):
            return Obstacle.NOT_OFFERED
        return obstacle_in(self.facts.conversation, self.page, self.facts.settings)

    @property
    def is_shown(self) -> bool:
        """Whether it stands under the article at all: not where nothing was said and nothing can be."""
        return bool(self.count) or self.obstacle != Obstacle.NOT_OFFERED

    @property
    def address(self) -> str:
        """Where the conversation stands alone."""
        return reverse("conversation", args=[self.page.pk])

    @property
    def join_address(self) -> str:
        """Where joining begins; empty while nobody can."""
        return "" if self.obstacle else f"{self.address}join/"

    @property
    def shown(self) -> tuple:
        """Everything that is told of the conversation around its comments."""
        return self.count, self.obstacle, self.page.pk, self.facts.rules, self.has_more

    @cached_property
    def rows(self) -> Rows:
        """The comments of this page, with their words. One query, none where there are none."""
        if not (self.count and self.facts.conversation):
            return ()
        return page_of(self.facts.conversation.pk, number=self.number, order=self.order, with_text=self.number == 1)

    @cached_property
    def threads(self) -> SafeString:
        """The comments of this page as HTML."""
        join = f"{self.join_address}?reply_to=" if self.join_address else ""
        return threads_html(self.rows, Words(join, self.facts.revised_at))


def section_under(page: object, request: HttpRequest | None) -> Section | None:
    """What stands under ``page`` in this request. None where it is no article that readers see."""
    if request is None or not isinstance(page, ArticlePage) or not page.pk or getattr(request, "is_preview", False):
        return None
    if (site := Site.find_for_request(request)) is None:
        return None
    # The page is kept beside its section, so that its identity is not given to another object meanwhile.
    known: dict[int, tuple[ArticlePage, Section]] = vars(request).setdefault("conversation_sections", {})
    if id(page) not in known:
        known[id(page)] = (page, Section(page, facts_of(page, site)))
        holds(request, known[id(page)][1])
    return known[id(page)][1]


def holds(request: HttpRequest, section: Section) -> None:
    """Says that the answer to ``request`` shows the conversation and is made anew with it (docs/caching.md)."""
    talk = section.facts.conversation
    depends_on(request, f"page:{section.page.pk}", *([f"conversation:{talk.pk}"] if talk else []))
