"""How long one address takes to find among 1,000 and among 100,000 contacts, and how many people can ask in a second.

    .venv/bin/python -m benchmarks.contacts

Makes a database of its own beside the one that ``DATABASE_URL`` names (on SQLite in memory), and takes it down again.
Both sizes are measured in turn in one run: their ratio is the figure to compare between machines.
"""

import os
import statistics
import time
import uuid
from collections.abc import Callable

SMALL, LARGE = 1_000, 100_000
LIMIT = 3.0  # times as long among a hundred times as many
ROUNDS = 300
ASKS = 200
KEYS = 2  # as during a rotation


def fill(first: int, last: int) -> None:
    """Contacts with these numbers. Their seals are empty: nobody opens them here."""
    from consent.keys.indexes import index
    from consent.keys.ring import Use
    from consent.models import Contact

    rows = (
        Contact(
            pk=uuid.uuid4(),
            language="en",
            sealed_address=b"\0" * 60,
            subject=f"{number}",
            lookup=index(Use.LOOKUP, address(number)),
        )
        for number in range(first, last)
    )
    Contact.objects.bulk_create(rows, batch_size=2_000)


def address(number: int) -> str:
    return f"reader{number}@example.org"


def find(number: int) -> None:
    """What is measured: from the address to the row, under every key."""
    from consent.addresses import Address
    from consent.models import Contact

    assert Contact.objects.of(Address.stored(address(number))).first()


def timed(task: Callable[[], object]) -> float:
    """Milliseconds on the clock."""
    begun = time.perf_counter()
    task()
    return (time.perf_counter() - begun) * 1000


def look_up() -> tuple[list[float], list[float]]:
    """Milliseconds for each look-up in both sizes. The larger one comes and goes within a transaction."""
    from django.db import transaction

    small: list[float] = []
    large: list[float] = []
    for _turn in range(3):
        small += [timed(lambda number=number: find(number)) for number in range(ROUNDS // 3)]
        with transaction.atomic():
            fill(SMALL, LARGE)
            large += [timed(lambda number=number: find(number * 999)) for number in range(ROUNDS // 3)]
            transaction.set_rollback(True)
    return small, large


def asks_a_second() -> float:
    """How many people can ask, one after the other: request, ledger and outbox, each in its transaction."""
    from consent.addresses import parse_address
    from consent.rules.asking import ask
    from tests.consenting import an_offer
    from tests.faults.rotating import site

    community = site()
    offer = an_offer(community)
    begun = time.perf_counter()
    for number in range(ASKS):
        person = parse_address(f"asker{number}@example.org")
        ask(site=community, address=person, offer=offer, chosen=offer.boxes, seen=offer.digest)
    return ASKS / (time.perf_counter() - begun)


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.CONSENT_KEYS = [*settings.CONSENT_KEYS, "Zm9yLWJlbmNobWFya3Mtb25seS0wMTIzNDU2Nzg5YWI"][:KEYS]
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = "portal_benchmark"
    if connection.vendor == "sqlite":
        settings.DATABASES["default"]["TEST"]["NAME"] = None
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        fill(0, SMALL)
        small, large = look_up()
        for size, times in ((SMALL, small), (LARGE, large)):
            print(f"1 of {size:>7,} contacts: median {statistics.median(times):.3f} ms, best {min(times):.3f} ms")
        ratio = statistics.median(large) / statistics.median(small)
        print(f"ratio: {ratio:.2f}; limit {LIMIT}: {'kept' if ratio < LIMIT else 'MISSED'}")
        print(f"asks: {asks_a_second():.0f} a second, one after the other")
    finally:
        connection.creation.destroy_test_db("portal_benchmark", verbosity=0)


if __name__ == "__main__":
    main()
