"""Links in mails: random, kept as a digest alone, each for one act, for a while."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from consent.models import Request, Token
from consent.rules.asking import ask
from consent.rules.confirming import Outcome, confirm, pending_request, refuse
from tests.consent.test_flow import ADDRESS, whole_database
from tests.consenting import a_contact, a_request, an_offer


def test_a_token_is_kept_as_a_digest_and_never_twice_the_same(community):
    request = a_request(community)
    texts = {Token.issue(Token.Kind.CONFIRM, request=request) for _ in range(200)}
    assert len(texts) == 200
    assert all(re.fullmatch(r"[\w-]{20}", text) for text in texts)
    whole = whole_database()
    assert not [text for text in texts if text in whole]
    assert str(Token.objects.first()) == f"Confirm an address {Token.objects.first().pk}"


def test_a_token_opens_nothing_else_than_its_act(community):
    request = a_request(community)
    text = Token.issue(Token.Kind.CONFIRM, request=request)
    digest = Token.objects.get().digest
    for kind in Token.Kind:
        assert bool(Token.find(kind, text)) is (kind == Token.Kind.CONFIRM)
    for wrong in (digest, text.swapcase(), text[:-1], text + "=", "", "\0", "\ud800", str(Token.objects.get().pk)):
        assert Token.find(Token.Kind.CONFIRM, wrong) is None
        assert confirm(wrong).outcome is Outcome.GONE
        assert refuse(wrong).outcome is Outcome.GONE


def test_a_token_ends_with_its_time(community, monkeypatch):
    text = Token.issue(Token.Kind.CONFIRM, request=a_request(community))
    later = timezone.now() + timedelta(hours=48, seconds=1)
    monkeypatch.setattr("consent.models.token.timezone.now", lambda: later)
    assert confirm(text).outcome is Outcome.GONE
    assert pending_request(text) is None


def test_one_click_works_for_two_years(community, monkeypatch):
    contact = a_contact(community)
    text = Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=contact.consents.get().purpose)
    later = timezone.now() + timedelta(days=61)
    monkeypatch.setattr("consent.models.token.timezone.now", lambda: later)
    assert Token.find(Token.Kind.UNSUBSCRIBE, text).contact == contact


def test_a_request_to_see_what_is_held_confirms_nothing(community):
    offer = an_offer(community)
    request = ask(
        site=community,
        address=ADDRESS,
        offer=offer,
        chosen=offer.boxes,
        seen=offer.digest,
        kind=Request.Kind.ACCESS,
    )
    text = Token.issue(Token.Kind.CONFIRM, request=request)
    assert pending_request(text) is None
    assert confirm(text).outcome is Outcome.GONE


def test_looking_a_token_up_is_one_query_by_its_digest(community, django_assert_num_queries):
    text = Token.issue(Token.Kind.CONFIRM, request=a_request(community))
    with django_assert_num_queries(1) as queries:
        Token.find(Token.Kind.CONFIRM, text)
    assert text not in queries.captured_queries[0]["sql"]
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, "consent_token")
    assert any(each["columns"] == ["digest"] and each["unique"] for each in constraints.values())


@pytest.mark.parametrize("verb", [confirm, refuse])
def test_a_request_that_vanished_between_two_looks_is_gone_and_no_error(community, monkeypatch, verb):
    text = Token.issue(Token.Kind.CONFIRM, request=a_request(community))
    monkeypatch.setattr("consent.rules.confirming.hold", lambda _address: Request.objects.all().delete())
    assert verb(text).outcome is Outcome.GONE
