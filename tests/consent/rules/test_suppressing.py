"""“This wasn't me, never write to me”: it holds for the mailbox, under whichever spelling somebody types it."""

import pytest
from django.core import mail as django_mail

from consent import journal
from consent.addresses import parse_address
from consent.keys.needed import needs
from consent.keys.ring import current
from consent.mail.delivering import deliver_due
from consent.models import Consent, Contact, OutgoingMail, Request, Suppression, Token
from consent.register.personal_data import DECLARED
from consent.rules.confirming import refuse
from consent.rules.erasing import erase
from consent.rules.reapplying import Reapplied, reapply
from consent.rules.suppressing import is_refused, is_suppressed, lift, suppress
from tests.consent.rights.pages import an_access_request
from tests.consenting import ANNA, a_contact, a_request
from tests.mailing import a_mail, now, writer

NEW_KEY = "bmV3LWtleS1vZi10ZXN0cy0wMTIzNDU2Nzg5YWJjZGU"


@pytest.fixture(autouse=True)
def _own_journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


def say_never(site, address=ANNA):
    """The owner of a mailbox presses the button in a letter that somebody else asked for."""
    refuse(Token.issue(Token.Kind.CONFIRM, request=a_request(site, address)))


def asked(site, address):
    """Whether somebody who types ``address`` has a letter sent that asks to confirm."""
    a_request(site, address)
    before = len(django_mail.outbox)
    deliver_due()
    return len(django_mail.outbox) > before


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        (ANNA, "anna+1@example.org"),
        (ANNA, "Anna+News@Example.org"),
        ("anna+1@example.org", ANNA),
        ("anna+1@example.org", "anna+2@example.org"),
        ("anna.smith@gmail.com", "annasmith+x@googlemail.com"),
    ],
)
def test_no_spelling_of_the_mailbox_is_asked_to_confirm_any_more(community, said, typed):
    say_never(community, said)
    assert not asked(community, typed)
    assert OutgoingMail.objects.get().reason == "suppressed"
    assert not Token.objects.filter(request__isnull=False).exists()
    assert Suppression.objects.count() == 1


@pytest.mark.parametrize("typed", ["anne@example.org", "anna@example.net", "anna.1@example.org"])
def test_other_mailboxes_are_asked(community, typed):
    say_never(community)
    assert asked(community, typed)


@pytest.mark.parametrize("reason", ["asked", "complaint", "bounce"])
def test_other_reasons_hold_for_the_address_alone(community, reason):
    suppress(parse_address(ANNA), reason)
    assert asked(community, "anna+1@example.org")


def test_reason_that_comes_second_holds_for_the_mailbox_too(community):
    suppress(parse_address(ANNA), "complaint")
    suppress(parse_address(ANNA), "not-me")
    assert Suppression.objects.get().reason == "complaint"
    assert not asked(community, "anna+1@example.org")


def test_what_was_confirmed_under_another_spelling_goes_on_and_so_does_access(community):
    contact = a_contact(community, "anna+news@example.org")
    OutgoingMail.objects.all().delete()
    say_never(community)
    assert Consent.objects.active().get().contact == contact
    with writer():
        mail = a_mail(community, contact)
        deliver_due()
    assert now(mail).state == "sent"
    an_access_request(community, "anna+news@example.org")
    deliver_due()
    assert [message.to for message in django_mail.outbox] == [["anna+news@example.org"]] * 2


@pytest.mark.parametrize("address", [ANNA, "anna+1@example.org"])
def test_lifting_it_lifts_it_for_the_mailbox(community, django_capture_on_commit_callbacks, address):
    say_never(community)
    with django_capture_on_commit_callbacks(execute=True):
        assert lift(parse_address(address)) == 1
    assert not is_suppressed(parse_address(ANNA))
    assert asked(community, "anna+1@example.org")
    assert reapply() == Reapplied()


def test_it_outlives_an_erasure_and_a_restore_and_its_owner_sees_it(community):
    say_never(community)
    variant = parse_address("anna+1@example.org")
    assert len(DECLARED["consent.Suppression"].exporter(variant, [])) == 1
    erase(parse_address(ANNA), method="link")
    assert is_refused(variant)
    Suppression.objects.all().delete()  # a backup of before
    assert reapply().suppressions == 1
    assert is_refused(variant)
    assert reapply() == Reapplied()
    Suppression.objects.update(family="")  # one of the days between, after another reason had come first
    assert reapply() == Reapplied(suppressions=1)
    assert is_refused(variant)
    assert ANNA not in str(list(journal.entries()))


def test_it_is_known_while_its_key_is_and_the_key_is_needed_for_it(community, settings):
    say_never(community)
    old, name = settings.CONSENT_KEYS, current().name
    settings.CONSENT_KEYS = [NEW_KEY, *old]
    assert not asked(community, "anna+1@example.org")
    Request.objects.all().delete()
    assert not Contact.objects.exists()
    assert needs()[name].suppressions == 1
