"""What every test may ask for: a community with a topic, an article and the people of the portal."""

import os
import time

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from wagtail.models import Page, Site

from articles.models import ArticlePage, TopicPage
from portal.models import CommunitySettings, HomePage, User
from tests.first_rows import keep_first_rows
from tests.migrated import keep_database, kept_database_in_use
from tests.reviewing import add_live
from tests.served import serve
from tests.tools_needed import DID_NOT_RUN

# Tests that share something costly run in one process, and begin first.
SHARED = ("served", "demo_site")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Groups tests by what they share.

    How the pages of the demonstration look, and whether they can be read and reached, is tried on SQLite alone: they
    are the same on PostgreSQL. ``LOOKS=1`` tries it there too.
    """
    if _leaves_looks_out():
        looks = {item for item in items if item.get_closest_marker("browser") and "served" in item.fixturenames}
        config.hook.pytest_deselected(items=list(looks))
        items[:] = [item for item in items if item not in looks]
    for item in items:
        for name in SHARED:
            if name in item.fixturenames:
                item.add_marker(pytest.mark.xdist_group(name))
                break
    items.sort(key=lambda item: not set(SHARED) & set(item.fixturenames))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter):
    """Says at the very end, where nobody overlooks it, which tests could not run and what they need."""
    yield
    if _leaves_looks_out():
        terminalreporter.line("How pages look is tried on SQLite alone; LOOKS=1 tries it on PostgreSQL too.")
    reasons = {}
    for report in terminalreporter.stats.get("skipped", []):
        if isinstance(report.longrepr, tuple) and DID_NOT_RUN in report.longrepr[2]:
            reasons.setdefault(report.longrepr[2].partition(DID_NOT_RUN)[2], []).append(report.nodeid)
    for reason, tests in reasons.items():
        terminalreporter.section(f"{len(tests)} TESTS DID NOT RUN", sep="!", red=True, bold=True)
        terminalreporter.line(f"Reason: {reason}")
        for file in sorted({test.partition("::")[0] for test in tests}):
            terminalreporter.line(f"  {file}")


def _leaves_looks_out() -> bool:
    return connection.vendor == "postgresql" and not os.environ.get("LOOKS")


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


@pytest.fixture(scope="session")
def served(tmp_path_factory, django_db_setup):
    """The demonstration in a server process, shared by all tests that only read: see ``tests.served``."""
    with serve(tmp_path_factory.mktemp("served")) as portal:
        yield portal


@pytest.fixture
def community(db):
    """The default site with a home page: "Blood Cancer Community" at ``http://testserver``."""
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Blood Cancer Community", slug="blood-cancer"))
    Site.objects.all().delete()
    site = Site.objects.create(
        hostname="testserver", root_page=home, is_default_site=True, site_name="Blood Cancer Community"
    )
    CommunitySettings.objects.create(site=site, publisher_name="Example Health Press", time_zone="Europe/Berlin")
    return site


@pytest.fixture
def topic(community):
    """A topic hub at ``/multiple-myeloma/``."""
    return community.root_page.add_child(instance=TopicPage(title="Multiple myeloma", slug="multiple-myeloma"))


@pytest.fixture
def article(topic):
    """A live, approved article with one short section, at ``/multiple-myeloma/relapse/``."""
    return add_live(
        topic,
        ArticlePage(
            title="When myeloma comes back",
            slug="relapse",
            summary="What a relapse means and what comes next.",
            body=[{"type": "text", "value": "<h2>What a relapse means</h2><p>The illness is active again.</p>"}],
        ),
    )


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
