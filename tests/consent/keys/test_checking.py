"""The portal does not start without a key that its database needs, and says which."""

import pytest
from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from consent.addresses import parse_address
from consent.keys.checking import demand_keys, fingerprint, key_problems, note_current
from consent.keys.ring import current, read_key
from consent.models import Contact, KeyCheck, OutgoingMail, Request, Suppression
from consent.rules.suppressing import suppress
from portal.models import JobRun
from tests.consent.keys.conftest import a_key
from tests.consenting import ANNA, a_contact, a_request


def problems():
    return [message.msg for message in run_checks(tags=[Tags.database], databases=["default"])]


def test_a_migration_notes_the_key_in_use(db):
    KeyCheck.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert KeyCheck.objects.get().name == current().name
    assert KeyCheck.objects.get().fingerprint == fingerprint(current())


def test_the_key_that_sealed_starts_and_another_one_stops_with_a_sentence(community, use_keys):
    use_keys("old")
    a_contact(community)
    a_request(community, "berta@example.org")
    demand_keys()
    assert problems() == []
    use_keys("new")
    name = read_key(a_key("old")).name
    sentence = f"CONSENT_KEYS lacks the key {name}: 2 addresses and 0 suppressions need it."
    with pytest.raises(ImproperlyConfigured, match=sentence) as error:
        demand_keys()
    assert "docs/keys.md" in str(error.value)
    assert problems() == [sentence]
    for secret in (a_key("old"), a_key("new")):
        assert secret not in str(error.value)
    use_keys("new", "old")
    demand_keys()
    assert problems() == []


def test_a_key_that_only_suppressions_need_is_demanded_too(community, use_keys):
    use_keys("old")
    suppress(parse_address(ANNA), Suppression.Reason.ASKED)
    use_keys("new")
    with pytest.raises(ImproperlyConfigured, match="0 addresses and 1 suppressions need it"):
        demand_keys()


def test_a_key_that_nothing_needs_may_go(community, use_keys):
    use_keys("old")
    demand_keys()
    use_keys("new")
    demand_keys()
    assert KeyCheck.objects.filter(name=current().name).exists()


@pytest.mark.django_db(transaction=True)
def test_a_worker_without_the_key_begins_nothing(community, use_keys, mailoutbox):
    """It would take a suppressed address for one that may be written to."""
    use_keys("old")
    suppress(parse_address(ANNA), Suppression.Reason.ASKED)
    use_keys("new")
    a_request(community, ANNA)
    with pytest.raises(CommandError, match="0 addresses and 1 suppressions need it"):
        call_command("worker", "--once")
    assert OutgoingMail.objects.get().state == OutgoingMail.State.WAITING
    assert mailoutbox == []
    assert not JobRun.objects.exists()
    use_keys("new", "old")
    call_command("worker", "--once")
    assert (OutgoingMail.objects.get().reason, mailoutbox) == ("suppressed", [])


def test_another_key_of_the_same_name_stops(db, use_keys):
    use_keys("one")
    KeyCheck.objects.create(name=current().name, fingerprint="0" * 64)
    with pytest.raises(ImproperlyConfigured, match="is not the one that this database was used with"):
        demand_keys()


def test_a_refused_start_notes_nothing(community, use_keys):
    use_keys("old")
    a_contact(community)
    use_keys("new")
    with pytest.raises(ImproperlyConfigured):
        demand_keys()
    assert not KeyCheck.objects.filter(name=current().name).exists()


def test_looking_needs_few_queries_however_many_keys_there_are(community, use_keys, django_assert_max_num_queries):
    for name in ("a", "b", "c"):
        use_keys(name)
        note_current()
        a_contact(community, f"{name}@example.org")
    use_keys("c", "b", "a")
    with django_assert_max_num_queries(7):
        assert key_problems() == []


def test_an_old_key_is_dropped_only_when_no_address_needs_it(community, use_keys, capsys):
    use_keys("old")
    a_contact(community)
    suppress(parse_address("berta@example.org"), Suppression.Reason.ASKED)
    old = current().name
    use_keys("new", "old")
    with pytest.raises(Exception, match="1 addresses are sealed with the key"):
        call_command("rotate_keys", drop=old)
    call_command("rotate_keys")
    said = capsys.readouterr().out
    assert "1 sealed anew, 0 to go" in said
    assert f"{old}: no address is sealed with it" in said
    assert "1 suppressed addresses" in said
    with pytest.raises(Exception, match="is in use"):
        call_command("rotate_keys", drop=current().name)
    call_command("rotate_keys", drop=old)
    use_keys("new")
    demand_keys()
    assert Contact.objects.get().address == parse_address(ANNA)
    assert not Request.objects.exists()
