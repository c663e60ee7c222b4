"""Which words have to be agreed to anew before anything more is sent."""

import pytest

from consent.models import Consent, ConsentEntry
from consent.rules.renewing import outdated, renew
from consent.rules.standing import Obstacle, obstacle
from consent.rules.telling import tell_of_changes
from consent.versions.offers import ACCESS, SIGN_UP, Kind
from consent.versions.publishing import retire
from tests.consenting import ANNA, a_contact, an_offer, publish_words

SELLS = "We sell it."


@pytest.fixture
def anna(community):
    """Somebody who agreed when there was a policy on health data."""
    an_offer(community)
    publish_words(community, Kind.HEALTH_DATA, words="We share nothing.")
    return a_contact(community)


def standing():
    return obstacle(Consent.objects.get())


@pytest.mark.parametrize(
    ("kind", "code"),
    [(Kind.PRIVACY, ""), (Kind.HEALTH_DATA, ""), (Kind.NOTICE, SIGN_UP), (Kind.PURPOSE, "myeloma-news")],
)
def test_a_material_change_stops_mail_until_it_is_agreed_to_and_is_told(community, anna, kind, code):
    publish_words(community, kind, code, words="We share it!", is_material=False)
    assert standing() is None
    assert tell_of_changes() == 0
    publish_words(community, kind, code, words=SELLS)
    assert standing() is Obstacle.CHANGED
    assert tell_of_changes() == 1
    (renewal,) = outdated(anna)
    assert [(text.kind, text.code) for text in renewal.changed] == [(kind, code)]
    seen = renewal.offer.digest
    renew(contact=anna, site=community, language="en", chosen=renewal.offer.boxes, seen=seen)
    assert standing() is None
    assert not outdated(anna)
    assert tell_of_changes() == 0


@pytest.mark.parametrize(("kind", "code"), [(Kind.TERMS, ""), (Kind.RULES, ""), (Kind.NOTICE, ACCESS)])
def test_terms_rules_and_the_notice_of_a_request_ask_nobody_who_gets_mail(community, anna, kind, code):
    publish_words(community, kind, code, words="At first.")
    publish_words(community, kind, code, words=SELLS)
    assert standing() is None
    assert tell_of_changes() == 0
    assert not outdated(anna)


def test_a_first_policy_asks_nobody_and_its_change_asks_those_who_agreed_before_it_too(community):
    anna = a_contact(community)
    assert anna.consents.get().health_data_version is None
    publish_words(community, Kind.HEALTH_DATA, words="We share nothing.")
    berta = a_contact(community, "berta@example.org")
    assert berta.consents.get().health_data_version == 1
    assert [obstacle(each) for each in Consent.objects.all()] == [None, None]
    assert tell_of_changes() == 0
    publish_words(community, Kind.HEALTH_DATA, words=SELLS)
    assert [obstacle(each) for each in Consent.objects.all()] == [Obstacle.CHANGED] * 2
    assert tell_of_changes() == 2
    assert a_contact(community, "carla@example.org").consents.get().health_data_version == 2
    assert tell_of_changes() == 0


def test_a_policy_that_is_out_of_force_asks_nobody(community, anna):
    publish_words(community, Kind.HEALTH_DATA, words=SELLS)
    retire(site=community, kind=Kind.HEALTH_DATA)
    assert standing() is None
    assert tell_of_changes() == 0
    assert a_contact(community, "berta@example.org").consents.get().health_data_version is None


def test_words_that_came_back_were_agreed_to(community):
    for words in ("We share nothing.", SELLS):
        publish_words(community, Kind.HEALTH_DATA, words=words)
    consent = a_contact(community, ANNA).consents.get()
    assert consent.health_data_version == 2
    for words in ("We share nothing.", SELLS):
        publish_words(community, Kind.HEALTH_DATA, words=words)
    assert obstacle(consent) is Obstacle.CHANGED
    entry = ConsentEntry.objects.get(number=consent.entry_number)
    assert Kind.HEALTH_DATA in entry.policies
