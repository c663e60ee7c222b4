"""Whether the time until an answer tells who is known: known, unknown, pending and suppressed addresses sign up.

    .venv/bin/python -m benchmarks.consent_answers

Needs no database of its own: it makes one in memory. The four kinds of address take turns in every round, in another
order each time, and each is compared by its median with an unknown one. The answers must be the same, byte for byte.
"""

import os
import random
import statistics
import time

ROUNDS = 120
WARM_UP = 10
KINDS = ("unknown", "known", "pending", "suppressed")
ALLOWED = 0.10  # how far a median may be from that of unknown addresses, as a part of it
STANDING = 300  # contacts, requests and suppressions that are there before, so that a look-up would have work


def prepare() -> tuple[object, dict]:
    """A community with words, an offer, and people of every kind. Gives the offer and the addresses of each kind."""
    from wagtail.models import Page, Site

    from consent.addresses import parse_address
    from consent.rules.suppressing import suppress
    from portal.models import HomePage
    from tests.consenting import a_contact, a_request, an_offer

    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Community", slug="community"))
    Site.objects.all().delete()
    site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True, site_name="Community")
    offer = an_offer(site)
    for number in range(STANDING):
        a_contact(site, f"known{number}@example.org")
        a_request(site, f"pending{number}@example.org")
        suppress(parse_address(f"suppressed{number}@example.org"), "asked")
    return offer, {kind: [f"{kind}{number}@example.org" for number in range(STANDING)] for kind in KINDS}


def measure(offer, addresses: dict) -> tuple[dict[str, list[float]], set]:
    """Milliseconds of each request by kind, and every different answer that was given."""
    from django.test import Client
    from django.utils.http import urlencode

    from consent.models import RateCount

    client, answers = Client(), set()
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    rest = {"purpose": list(offer.boxes), "seen": offer.digest, "offered": " ".join(offer.boxes)}
    order = random.Random(1)
    for number in range(-WARM_UP, ROUNDS):
        for kind in order.sample(KINDS, len(KINDS)):
            RateCount.objects.all().delete()  # the limit is that of the network, whoever signs up
            body = urlencode({"email": addresses[kind][number % STANDING], **rest}, doseq=True)
            begun = time.perf_counter()
            response = client.post(
                "/sign-up/",
                body,
                content_type="application/x-www-form-urlencoded",
                headers={"Sec-Fetch-Site": "same-origin"},
            )
            if number >= 0:
                times[kind].append((time.perf_counter() - begun) * 1000)
            answers.add((response.status_code, response.content, tuple(sorted(response.headers.items()))))
    return times, answers


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    from django.conf import settings
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    settings.SECURE_SSL_REDIRECT = False
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        times, answers = measure(*prepare())
    finally:
        teardown_databases(databases, verbosity=0)
    medians = {kind: statistics.median(times[kind]) for kind in KINDS}
    for kind in KINDS:
        print(f"{kind}: median {medians[kind]:.2f} ms, ratio to unknown {medians[kind] / medians['unknown']:.3f}")
    print(f"different answers: {len(answers)} (must be 1)")
    worst = max(abs(median / medians["unknown"] - 1) for median in medians.values())
    print(f"limit, {ALLOWED:.0%}: {'kept' if worst <= ALLOWED and len(answers) == 1 else 'MISSED'}")


if __name__ == "__main__":
    main()
