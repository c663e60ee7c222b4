"""How long the moderators' queue takes with 100 comments and with 100,000: the list, a claim, and a page deep inside.

    .venv/bin/python -m benchmarks.moderation_queue

Makes a database of its own beside the one that ``DATABASE_URL`` names (on SQLite in memory), and takes it down again.
Both sizes are measured in one run: their ratio is the figure to compare between machines. Half of the comments wait in
one community, the rest is published; one published comment in a thousand is reported.
"""

import os
import statistics
import time
from collections.abc import Callable

SMALL, LARGE = 100, 100_000
LIMIT = 3.0  # times as long among a thousand times as many
ROUNDS = 15


def fill(first: int, last: int, conversation, version) -> None:
    """Comments with these numbers, as posting would have made them."""
    from datetime import timedelta

    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from django.utils import timezone
    from django_comments.models import Comment as StoredComment
    from django_comments_xtd.models import XtdComment

    from comments.models import Comment, Report, RulesAcceptance

    kind = ContentType.objects.get_for_model(StoredComment)
    now = timezone.now()
    numbers = range(first + 1, last + 1)
    tables: list[tuple[str, list[str], Callable[[int], tuple]]] = [
        (
            StoredComment._meta.db_table,
            ["id", "content_type_id", "object_pk", "site_id", "user_name", "user_email", "user_url", "comment",
             "submit_date", "is_public", "is_removed"],
            lambda n: (n, kind.pk, "1", 1, "Anna", "", "", "Some words.", now, False, False),
        ),
        (
            XtdComment._meta.db_table,
            ["comment_ptr_id", "thread_id", "parent_id", "level", "order", "followup", "nested_count"],
            lambda n: (n, n, 0, 0, n, False, 0),
        ),
        (
            Comment._meta.db_table,
            ["xtdcomment_ptr_id", "state", "conversation_id", "seq", "root_ref", "nonce", "language", "revision",
            "html", "helpful_count", "queued_at", "priority"],
            lambda n: (n, "pending" if n % 2 else "published", conversation.pk, n, n, f"n{n}", "en", 1, "", 0,
                       now - timedelta(seconds=n), 5),
        ),
    ]  # fmt: skip
    with connection.cursor() as cursor:
        for table, columns, row in tables:
            names = ", ".join(connection.ops.quote_name(name) for name in columns)
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", [row(n) for n in numbers])
    RulesAcceptance.objects.bulk_create(
        [RulesAcceptance(comment_id=n, version=version, accepted_at=now) for n in numbers], batch_size=2_000
    )
    Report.objects.bulk_create(
        Report(comment_id=n, revision=1, category="abuse", snapshot="", reporter=str(n))
        for n in numbers
        if n % 1000 == 2
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def timed(task: Callable[[], object]) -> float:
    """Milliseconds on the clock: the median of some rounds."""
    times = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        task()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def measured(client, user, site) -> dict[str, float]:
    """Milliseconds for each thing that a moderator does."""
    from django.urls import reverse

    from comments.desk.queue_list import text_of
    from comments.rules.claiming import claim, release
    from comments.rules.queue import from_place

    def get(**query) -> None:
        assert client.get(reverse("conversation:queue", query=query or None)).status_code == 200

    def claim_and_release() -> None:
        assert claim(user)
        release(user)

    places = from_place(30_000)
    deep = text_of(places[len(places) // 2][0])
    found = {"the page": timed(get), "of one community": timed(lambda: get(community=site.pk))}
    found |= {"leafed far": timed(lambda: get(after=deep)), "taking five": timed(claim_and_release)}
    claim(user)
    return found | {"the page with five cards": timed(get)}


def measure() -> tuple[dict[str, float], dict[str, float]]:
    from django.test import Client

    from comments.models import Conversation
    from comments.rules.claiming import release
    from tests.conversing import a_moderator, publish_rules
    from tests.faults.rotating import site as a_site

    site = a_site()
    version = publish_rules(site)
    conversation = Conversation.objects.create(site=site, title="An article")
    user = a_moderator()
    client = Client()
    client.force_login(user)
    fill(0, SMALL, conversation, version)
    small = measured(client, user, site)
    release(user)
    fill(SMALL, LARGE, conversation, version)
    return small, measured(client, user, site)


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.ALLOWED_HOSTS = ["*"]
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = "portal_benchmark"
    if connection.vendor == "sqlite":
        settings.DATABASES["default"]["TEST"]["NAME"] = None
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        small, large = measure()
        for name, before in small.items():
            ratio = large[name] / before
            kept = "kept" if ratio < LIMIT else "MISSED"
            print(f"{name:<26} {before:7.1f} ms of {SMALL}, {large[name]:7.1f} ms of {LARGE:,}: {ratio:.2f}, {kept}")
        print(f"limit of the ratio: {LIMIT}")
    finally:
        connection.creation.destroy_test_db("portal_benchmark", verbosity=0)


if __name__ == "__main__":
    main()
