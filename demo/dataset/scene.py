"""Where the data set is put (the first community of the demonstration), how large it is, and how far it has come."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from wagtail.models import Locale, Site

from articles.models import PersonPage, TopicPage
from demo.content import COMMUNITIES, read
from portal.models import User

SPAN = timedelta(days=700)  # over which articles and comments are spread, until now
TICK = 2.0  # seconds between two words on how far it has come

Say = Callable[[str], object]


class Progress:
    """Tells every other second how many there are of what is made."""

    def __init__(self, say: Say):
        self._say = say
        self._begun = self._told = time.monotonic()

    def tell(self, what: str, number: int, of: int) -> None:
        """One more is made. The last one is always told."""
        now = time.monotonic()
        if now - self._told >= TICK or number == of:
            self._told = now
            self._say(f"{what}: {number:,} of {of:,} ({now - self._begun:.0f} s)")


@dataclass(frozen=True)
class Sizes:
    """How many of each. ``decisions``: reviews in the ledger, those of articles that are gone among them."""

    articles: int
    comments: int
    contacts: int
    decisions: int

    @property
    def commenters(self) -> int:
        """How many people wrote the comments: some write often."""
        return min(self.contacts, -(-self.comments // 5))


@dataclass
class Scene:
    """What everything that is made here shares."""

    sizes: Sizes
    seed: int
    now: datetime
    progress: Progress

    def moment(self, number: int, of: int) -> datetime:
        """When the one with this number, of so many, came about: each later than the one before."""
        return self.now - SPAN * (of - number) / (of + 1)

    @cached_property
    def site(self) -> Site:
        """The community."""
        return Site.objects.get(hostname=read(COMMUNITIES[0], "community.yaml")["host"])

    @cached_property
    def locale(self) -> Locale:
        """The language of all texts."""
        return Locale.get_default()

    @cached_property
    def author(self) -> PersonPage:
        """Who wrote every article."""
        return PersonPage.objects.descendant_of(self.site.root_page).exclude(user=self.account("reviewer")).first()

    def account(self, name: str) -> User:
        """An account of the demonstration."""
        return User.objects.get(username=name)

    @cached_property
    def topics(self) -> list[TopicPage]:
        """The topics of the data set, once they are made."""
        return list(TopicPage.objects.filter(slug__startswith="data-set-").order_by("path"))
