"""Consents from before their version of the policy on health data was kept get it from the ledger."""

from importlib import import_module

from django.apps import apps

from consent.models import Consent
from consent.rules.withdrawing import withdraw
from consent.versions.offers import Kind
from tests.consenting import a_contact, publish_words

fill = import_module("consent.migrations.0008_words_health_data_policy_before").fill


def test_each_consent_gets_the_version_that_was_in_force_when_it_was_given(community):
    a_contact(community, "anna@example.org")
    publish_words(community, Kind.HEALTH_DATA, words="We share nothing.")
    withdraw(a_contact(community, "berta@example.org").consents.get(), method="link")
    publish_words(community, Kind.HEALTH_DATA, words="We sell it.")
    a_contact(community, "carla@example.org", "myeloma-news", "leukaemia-news")
    expected = list(Consent.objects.order_by("pk").values_list("health_data_version", flat=True))
    assert expected == [None, 1, 2, 2]
    Consent.objects.update(health_data_version=None)
    fill(apps, None)
    assert list(Consent.objects.order_by("pk").values_list("health_data_version", flat=True)) == expected
