"""What a conversation costs an article: with no comment, with 200 and with 5,000; and its own pages, first and last.

    .venv/bin/python -m benchmarks.conversation

Needs no database of its own: it makes one in memory. The three take turns in every round, and are compared by their
medians; queries and Python calls are the same on every machine. The limit is that of DESIGN.md: two queries more.
"""

import cProfile
import os
import pstats
import statistics
import time

COUNTS = (0, 200, 5_000)
ROUNDS = 41
MOST_MORE_QUERIES = 2
GROWTH = 0.02  # of Python calls from 200 comments to 5,000, as a part of them


def prepare() -> dict[str, str]:
    """A community with an article for each of ``COUNTS``. Gives the address of what is measured, by a name."""
    from wagtail.models import Page, Site

    from articles.models import ArticlePage, TopicPage
    from comments.models.comment import State
    from portal.models import HomePage
    from tests.conversing import a_comment, open_conversations
    from tests.crowding import crowd
    from tests.reviewing import add_live

    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Community", slug="community"))
    Site.objects.all().delete()
    site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True, site_name="Community")
    open_conversations(site)
    topic = home.add_child(instance=TopicPage(title="Topic", slug="topic"))
    body = [{"type": "text", "value": "<h2>What it means</h2><p>The illness is active again.</p>"}]
    addresses = {}
    for count in COUNTS:
        page = add_live(topic, ArticlePage(title=f"Article {count}", slug=f"article-{count}", body=body))
        addresses[f"article, {count:,} comments"] = f"/topic/article-{count}/"
        if count:
            crowd(a_comment(page, state=State.PUBLISHED, text="What helped me was to write a list. " * 8), count - 1)
            addresses[f"its last page, {count:,} comments"] = f"/conversation/{page.pk}/?page={count // 20}"
    return addresses


def measure(addresses: dict[str, str]) -> dict[str, tuple[float, int, int]]:
    """Median milliseconds of processor time, queries and Python calls of one request, by name."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    times: dict[str, list[float]] = {name: [] for name in addresses}
    for number in range(-3, ROUNDS):
        for name, address in addresses.items():
            begun = time.process_time()
            assert client.get(address).status_code == 200, address
            if number >= 0:
                times[name].append((time.process_time() - begun) * 1000)
    found = {}
    for name, address in addresses.items():
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        queries = len(asked)
        profile = cProfile.Profile()
        profile.runcall(client.get, address)
        found[name] = statistics.median(times[name]), queries, pstats.Stats(profile).total_calls
    return found


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        found = measure(prepare())
    finally:
        teardown_databases(databases, verbosity=0)
    for name, (median, queries, calls) in found.items():
        print(f"{name}: median {median:.1f} ms, {queries} queries, {calls:,} Python calls")
    none, some, many = (found[f"article, {count:,} comments"] for count in COUNTS)
    is_kept = many[1] - none[1] <= MOST_MORE_QUERIES and many[2] <= some[2] * (1 + GROWTH)
    limit = f"{MOST_MORE_QUERIES} queries more than without comments, {GROWTH:.0%} more calls for 5,000 than for 200"
    print(f"limit, {limit}: {'kept' if is_kept else 'MISSED'}")


if __name__ == "__main__":
    main()
