"""Whether the report on moderation stays flat: 1,000 and 100,000 decisions, of which the same 1,000 fall into its span.

    .venv/bin/python -m benchmarks.moderation_report

Makes a database of its own beside the one that ``DATABASE_URL`` names (on SQLite in memory), and takes it down again.
Both sizes are measured in turn in one run: their ratio is the figure to compare between machines. The last line
is the public page of a year into which all 100,000 fall: it is counted once an hour at most.
"""

import os
import statistics
import time
from datetime import timedelta

SMALL, LARGE = 1_000, 100_000
LIMIT = 3.0  # times as long among a hundred times as many
ROUNDS = 15
DAYS = 90


def fill(first: int, last: int, site: int, *, ends, minutes: float = 86.4) -> None:
    """Decisions with these numbers, the last of them at ``ends``, one in so many minutes. Their hashes are made up."""
    from comments.models import Decision

    actions = (
        ("confirm", "author", "unconfirmed", "pending", ""),
        ("approve", "moderator", "pending", "published", ""),
        ("reject", "moderator", "pending", "rejected", "kind"),
    )
    rows = []
    for number in range(first, last):
        action, actor, before, after, rule = actions[number % 3]
        at = ends - timedelta(minutes=minutes * (last - number))
        rows.append(
            Decision(
                number=number,
                recorded_at=at,
                previous_hash=f"p{number}",
                entry_hash=f"e{number}",
                comment_id=number // 3,
                conversation_id=1,
                site_id=site,
                action=action,
                actor=actor,
                from_state=before,
                to_state=after,
                revision=1,
                text_digest="",
                rule_code=rule,
                queued_at=at - timedelta(minutes=number % 3000),
            )
        )
    Decision.objects.bulk_create(rows, batch_size=2_000)


def timed(task) -> float:
    """Milliseconds on the clock."""
    begun = time.perf_counter()
    task()
    return (time.perf_counter() - begun) * 1000


def measure(site, now) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of the report in both sizes, and of a year. The larger one comes and goes within a transaction."""
    from django.db import connection, transaction

    from comments.knowing.report import moderation_report
    from comments.knowing.spans import last_days
    from comments.knowing.transparency import _count

    def report() -> float:
        return timed(lambda: moderation_report(last_days(DAYS, [site.pk], now.tzinfo), "en"))

    small, large, year = [], [], []
    for _turn in range(3):
        small += [report() for _ in range(ROUNDS // 3)]
        with transaction.atomic():
            fill(SMALL + 1, LARGE, site.pk, ends=now - timedelta(days=61))
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
            large += [report() for _ in range(ROUNDS // 3)]
            transaction.set_rollback(True)
    with transaction.atomic():
        fill(SMALL + 1, LARGE, site.pk, ends=now, minutes=5)
        span = last_days(365, [site.pk], now.tzinfo)
        year = [timed(lambda: _count(span)) for _ in range(3)]
        transaction.set_rollback(True)
    return small, large, year


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.utils import timezone

    from tests.faults.rotating import site

    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = "portal_benchmark"
    if connection.vendor == "sqlite":
        settings.DATABASES["default"]["TEST"]["NAME"] = None
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        community, now = site(), timezone.now()
        fill(1, SMALL + 1, community.pk, ends=now)
        small, large, year = measure(community, now)
        for size, times in ((SMALL, small), (LARGE, large)):
            print(f"report, 1,000 of {size:>7,} decisions: median {statistics.median(times):.1f} ms")
        ratio = statistics.median(large) / statistics.median(small)
        print(f"ratio: {ratio:.2f}; limit {LIMIT}: {'kept' if ratio < LIMIT else 'MISSED'}")
        print(f"a year of {LARGE:,} decisions, once an hour: median {statistics.median(year):.0f} ms")
    finally:
        connection.creation.destroy_test_db("portal_benchmark", verbosity=0)


if __name__ == "__main__":
    main()
