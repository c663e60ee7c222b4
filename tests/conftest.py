"""What every test may ask for: a community with a topic, an article and the people of the portal."""

import gc
import os
import time

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone

from consent.rules import limits
from portal.models import User
from tests.first_rows import keep_first_rows
from tests.migrated import keep_database, kept_database_in_use
from tests.served import serve
from tests.standing import levels_of, sort_by_what_stands, standing
from tests.tools_needed import DID_NOT_RUN

# Tests that share something costly run in one process, and begin first.
SHARED = ("served", "demo_site")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Groups tests by what they share.

    What is the same on any database, such as what a browser shows, is tried on SQLite alone. ``ALL=1`` tries it on
    PostgreSQL too.
    """
    if _leaves_out():
        same = {item for item in items if _is_same_on_any_database(item)}
        config.hook.pytest_deselected(items=list(same))
        items[:] = [item for item in items if item not in same]
    for item in items:
        for name in SHARED:
            if name in item.fixturenames:
                item.add_marker(pytest.mark.xdist_group(name))
                break
    sort_by_what_stands(items)
    items.sort(key=lambda item: not set(SHARED) & set(item.fixturenames))


def pytest_collection_finish():
    """What was imported and collected stays to the end: Python need not look again and again whether it may go."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 25, 100)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter):
    """Says at the very end, where nobody overlooks it, which tests could not run and what they need."""
    yield
    if _leaves_out():
        terminalreporter.line(
            "What is the same on any database, such as what a browser shows, is tried on SQLite alone."
        )
        terminalreporter.line("ALL=1 tries it on PostgreSQL too.")
    reasons = {}
    for report in terminalreporter.stats.get("skipped", []):
        if isinstance(report.longrepr, tuple) and DID_NOT_RUN in report.longrepr[2]:
            reasons.setdefault(report.longrepr[2].partition(DID_NOT_RUN)[2], []).append(report.nodeid)
    for reason, tests in reasons.items():
        terminalreporter.section(f"{len(tests)} TESTS DID NOT RUN", sep="!", red=True, bold=True)
        terminalreporter.line(f"Reason: {reason}")
        for file in sorted({test.partition("::")[0] for test in tests}):
            terminalreporter.line(f"  {file}")


def _leaves_out() -> bool:
    return connection.vendor == "postgresql" and not os.environ.get("ALL")


def _is_same_on_any_database(item: pytest.Item) -> bool:
    """Never what may be skipped where it is looked at: it would run nowhere."""
    is_marked = any(item.get_closest_marker(name) for name in ("browser", "any_database"))
    return (is_marked or "grows_linearly" in item.fixturenames) and not item.get_closest_marker("skipif")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Begins the test database with one that was migrated before: see ``tests.migrated``."""
    with kept_database_in_use():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Django's test database, kept for the next run, and for this one after each test that commits."""
    with django_db_blocker.unblock():
        keep_database()
        keep_first_rows()
        yield
        standing.keep(0)


@pytest.fixture(scope="session")
def served(tmp_path_factory, django_db_setup):
    """The demonstration in a server process, shared by all tests that only read: see ``tests.served``."""
    with serve(tmp_path_factory.mktemp("served")) as portal:
        yield portal


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Takes back what stood for the test before and is not asked for now."""
    standing.keep(levels_of(item))


@pytest.fixture
def _standing(request, django_db_setup, django_db_blocker):
    """What the test begins with (see ``tests.standing``) stands before its own transaction begins."""
    with django_db_blocker.unblock():
        standing.reach(levels_of(request.node))


@pytest.fixture
def _django_db_helper(_standing, _django_db_helper):
    """Puts ``_standing`` before pytest-django's transaction for each test."""


@pytest.fixture
def community(db):
    """The default site with a home page: "Blood Cancer Community" at ``http://testserver``."""
    return standing.find("community")


@pytest.fixture
def topic(community):
    """A topic hub at ``/multiple-myeloma/``."""
    return standing.find("topic", community)


@pytest.fixture
def article(topic):
    """A live, approved article with one short section, at ``/multiple-myeloma/relapse/``."""
    return standing.find("article", topic)


@pytest.fixture
def sign_in_as(client, db):
    """Signs the test's client in as a new member of a group, for example ``sign_in_as("Editors")``."""

    def sign_in(role):
        user = User.objects.create_user(f"one-of-the-{role.lower().replace(' ', '-')}", password="not-used")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return user

    return sign_in


@pytest.fixture
def one_span(monkeypatch):
    """No span of a limit ends while the test runs."""
    begun, begin = timezone.now(), limits._begin
    monkeypatch.setattr(limits, "_begin", lambda _now, per: begin(begun, per))


@pytest.fixture
def grows_linearly():
    """``grows_linearly(task)``: whether ``task(40_000)`` takes at most some 8 times as long as ``task(5_000)``."""

    def processor_time(task, size):
        times = []
        for _round in range(3):
            begun = time.process_time()
            task(size)
            times.append(time.process_time() - begun)
        return min(times)

    # Growth with the square would be 64 times. A hundredth of a second is for what is too short to time.
    return lambda task: processor_time(task, 40_000) < 25 * processor_time(task, 5_000) + 0.01
