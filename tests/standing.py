"""What most tests begin with, made once in each process: a community, a topic in it, an article in that.

Each stands in a transaction that is never committed, around that of what is made in it. A test that asks for one has a
savepoint within, and is rolled back to it. Tests that commit, and those that want less, begin without.
"""

import pytest
from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Page, Site

from articles.models import ArticlePage, TopicPage
from portal.models import CommunitySettings, HomePage
from tests.reviewing import add_live

# Fixtures that keep rows over several tests by themselves: nothing else may stand around them.
KEEPERS = {"demo_site", "library"}


def make_community(_nothing: None) -> Site:
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Blood Cancer Community", slug="blood-cancer"))
    Site.objects.all().delete()
    site = Site.objects.create(
        hostname="testserver", root_page=home, is_default_site=True, site_name="Blood Cancer Community"
    )
    CommunitySettings.objects.create(site=site, publisher_name="Example Health Press", time_zone="Europe/Berlin")
    return site


def make_topic(community: Site) -> TopicPage:
    return community.root_page.add_child(instance=TopicPage(title="Multiple myeloma", slug="multiple-myeloma"))


def make_article(topic: TopicPage) -> ArticlePage:
    return add_live(
        topic,
        ArticlePage(
            title="When myeloma comes back",
            slug="relapse",
            summary="What a relapse means and what comes next.",
            body=[{"type": "text", "value": "<h2>What a relapse means</h2><p>The illness is active again.</p>"}],
        ),
    )


MAKERS = {"community": make_community, "topic": make_topic, "article": make_article}


class Standing:
    """What stands in this process now, each inside the one before."""

    def __init__(self) -> None:
        self._levels: list[tuple[transaction.Atomic, Model]] = []

    def keep(self, number: int) -> None:
        """Takes back what stands beyond the first ``number``."""
        while len(self._levels) > number:
            level, _made = self._levels.pop()
            transaction.set_rollback(True)
            level.__exit__(None, None, None)

    def reach(self, number: int) -> None:
        """Makes what is missing of the first ``number``, and forgets where sites stood for the test before."""
        for make in list(MAKERS.values())[len(self._levels) : number]:
            level = transaction.atomic()
            level._from_testcase = True  # what must be the outermost is it for Django
            level.__enter__()
            made = None
            try:
                made = make(self._levels[-1][1] if self._levels else None)
            finally:
                self._levels.append((level, made))
        connection.run_on_commit = []
        if self._levels:
            Site.clear_site_root_paths_cache()

    def find(self, name: str, inside: Model | None = None) -> Model:
        """What stands under ``name``, as the database has it; else it is made ``inside`` of what the test has."""
        number = list(MAKERS).index(name)
        if number >= len(self._levels):
            return MAKERS[name](inside)
        made = self._levels[number][1]
        found = type(made).objects.get(pk=made.pk)
        if isinstance(found, Site):
            found.root_page = found.root_page.specific
        return found


standing = Standing()


def sort_by_what_stands(items: list[pytest.Item]) -> None:
    """Lets tests that begin with the same follow each other, those that begin with most first."""
    with_keepers = {item.path for item in items if any(_is_kept(item, name) for name in KEEPERS)}
    for item in items:
        item.stash[_LEVELS] = 0 if item.path in with_keepers or _commits(item) else _levels(item)
    items.sort(key=lambda item: -item.stash[_LEVELS])


def levels_of(item: pytest.Item) -> int:
    """How many of ``MAKERS`` stand when ``item`` begins."""
    return item.stash[_LEVELS]


_LEVELS = pytest.StashKey[int]()


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(item.fixturenames)
    return bool(asked or (marker and (marker.args or marker.kwargs.get("transaction"))))


def _is_kept(item: pytest.Item, name: str) -> bool:
    """Whether ``item`` asks for a fixture of that name that is there for several tests."""
    definitions = item._fixtureinfo.name2fixturedefs.get(name, ())
    return any(definition.scope != "function" for definition in definitions)


def _levels(item: pytest.Item) -> int:
    return max((number for number, name in enumerate(MAKERS, 1) if _asks(item, name)), default=0)


def _asks(item: pytest.Item, name: str) -> bool:
    """Whether ``item`` asks for the fixture of ``tests.conftest``, and not for another one of the same name."""
    if name not in item.fixturenames:
        return False
    for definition in reversed(item._fixtureinfo.name2fixturedefs.get(name, ())):
        if definition.baseid == "tests":
            return True
        if name not in definition.argnames:
            return False
    return False
