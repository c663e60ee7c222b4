"""The desk asks the database the same, however many people there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consent.rules.withdrawing import withdraw_all
from tests.consent.desk.conftest import look_up, show
from tests.consenting import a_contact, a_request

OWN = 15  # queries of a screen, beside those that Wagtail asks on every one


def queries(ask):
    ask()
    with CaptureQueriesContext(connection) as captured:
        assert ask().status_code == 200
    return len(captured)


@pytest.fixture
def frame(client, guardian, community):
    """How much Wagtail asks around a screen: measured on one that asks nothing of its own."""
    return queries(lambda: client.get(reverse("consent_processing")))


def test_figures_ask_the_same_for_many_people_as_for_few(client, frame, community):
    screens = [
        lambda name=name: client.get(reverse(name)) for name in ("consent_desk", "consent_delivery", "consent_mails")
    ]
    a_contact(community)
    few = [queries(screen) for screen in screens]
    for number in range(30):
        contact = a_contact(community, f"person{number}@example.org", f"topic-{number % 3}")
        if number % 2:
            withdraw_all(contact, method="link")
        a_request(community, f"waits{number}@example.org")
    assert [queries(screen) for screen in screens] == few
    assert max(few) <= frame + OWN


def test_one_person_asks_the_same_for_many_consents_and_looks(client, frame, community):
    anna = a_contact(community)
    show(client, anna)
    screens = [
        lambda: client.get(reverse("consent_contact", args=[anna.pk])),
        lambda: client.get(reverse("consent_erase", args=[anna.pk])),
        lambda: look_up(client),
    ]
    few = [queries(screen) for screen in screens]
    for number in range(8):
        a_contact(community, "anna@example.org", f"topic-{number}")
        show(client, anna)
    assert [queries(screen) for screen in screens] == few
    assert max(few) <= frame + OWN
