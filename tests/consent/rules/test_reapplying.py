"""After a restore: what the journal holds is carried out again, on older rows alone, once."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from consent import journal
from consent.addresses import parse_address
from consent.keys.indexes import index, indexes
from consent.keys.ring import Use
from consent.models import Consent, ConsentEntry, Contact, Erasure, OutgoingMail, Request, Suppression
from consent.rules.correcting import correct
from consent.rules.reapplying import Reapplied, reapply
from consent.rules.withdrawing import withdraw
from portal.ledger.proof import prove
from tests.consent.rights.pages import a_correction_link
from tests.consenting import ANNA, a_contact, a_request

ADDRESS = parse_address(ANNA)
NEW_KEY = "bmV3LWtleS1vZi10ZXN0cy0wMTIzNDU2Nzg5YWJjZGU"
LONG_AGO = timedelta(days=3)


@pytest.fixture(autouse=True)
def path(settings, tmp_path):
    """A journal of the test's own."""
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    return settings.ERASURE_JOURNAL


def restored(site, address=ANNA, *codes):
    """Somebody as a backup of three days ago has them."""
    contact, then = a_contact(site, address, *codes), timezone.now() - LONG_AGO
    Contact.objects.filter(pk=contact.pk).update(created_at=then, confirmed_at=then)
    contact.consents.update(given_at=then)
    return contact


def test_erasure_that_the_backup_forgot_is_carried_out_once(community):
    contact = restored(community)
    berta = restored(community, "berta@example.org")
    journal.write("erasure", contact.subject)
    assert reapply() == Reapplied(erasures=1)
    assert Contact.objects.get() == berta
    assert ConsentEntry.objects.filter(action="erased", method="journal", subject=contact.subject).count() == 1
    before = ConsentEntry.objects.count()
    assert reapply() == Reapplied()
    assert ConsentEntry.objects.count() == before
    assert len(list(journal.entries())) == 1
    assert prove(ConsentEntry).fault is None


def test_what_the_database_shows_already_changes_nothing(community):
    from consent.rules.erasing import erase
    from consent.rules.suppressing import suppress
    from consent.rules.withdrawing import withdraw_all

    withdraw_all(a_contact(community, "berta@example.org"), method="link")
    a_contact(community)
    erase(ADDRESS, method="link")
    suppress(ADDRESS, "asked")
    assert reapply() == Reapplied()


def test_pending_request_of_somebody_erased_goes_too(community):
    request = a_request(community)
    Request.objects.filter(pk=request.pk).update(created_at=timezone.now() - LONG_AGO)
    journal.write("erasure", index(Use.SUBJECT, ADDRESS.canonical))
    reapply()
    assert not Request.objects.exists()


def test_somebody_who_came_back_later_stays_with_what_they_gave_since(community):
    contact = restored(community, ANNA, "myeloma-news")
    journal.write("erasure", contact.subject, at=timezone.now() - timedelta(days=1))
    a_contact(community, ANNA, "migraine-news")
    reapply()
    assert Contact.objects.get() == contact
    assert [consent.purpose.code for consent in Consent.objects.all()] == ["migraine-news"]


def test_contact_made_after_the_erasure_stays_whole(community):
    contact = a_contact(community)
    journal.write("erasure", contact.subject, at=timezone.now() - timedelta(days=1))
    reapply()
    assert Contact.objects.get().consents.active().exists()


def test_withdrawal_is_carried_out_again_for_its_purpose_with_its_time(community):
    contact = restored(community, ANNA, "myeloma-news", "migraine-news")
    at = timezone.now() - timedelta(days=1)
    site = str(community.pk)
    journal.write("withdrawal", contact.subject, at=at, purpose="myeloma-news", site=site)
    assert reapply() == Reapplied(withdrawals=1)
    assert Consent.objects.get(purpose__code="myeloma-news").withdrawn_at == at
    assert not Consent.objects.get(purpose__code="migraine-news").is_withdrawn
    assert reapply() == Reapplied()
    assert len(list(journal.entries())) == 1


def test_withdrawal_leaves_a_consent_that_was_given_again(community):
    contact = a_contact(community)
    journal.write(
        "withdrawal",
        contact.subject,
        at=timezone.now() - timedelta(days=1),
        purpose="myeloma-news",
        site=str(community.pk),
    )
    assert reapply() == Reapplied()


def test_last_word_on_a_suppression_counts(community):
    kept, lifted, again = (index(Use.SUPPRESSION, f"{name}@example.org") for name in ("kept", "lifted", "again"))
    Suppression.objects.create(lookup=lifted, reason="asked", created_at=timezone.now() - LONG_AGO)
    for event, lookup in (
        ("suppression", kept),
        ("lifted", lifted),
        ("suppression", again),
        ("lifted", again),
        ("suppression", again),
    ):
        journal.write(event, lookup, **({"reason": "asked"} if event == "suppression" else {}))
    assert reapply() == Reapplied(suppressions=2, lifted=1)
    assert set(Suppression.objects.values_list("lookup", flat=True)) == {kept, again}
    assert reapply() == Reapplied()


def test_request_that_its_owner_said_was_not_theirs_does_not_come_back(community):
    a_request(community)
    a_request(community, "berta@example.org")
    Request.objects.update(created_at=timezone.now() - LONG_AGO)
    journal.write("suppression", index(Use.SUPPRESSION, ADDRESS.canonical), reason="not-me")
    assert reapply() == Reapplied(suppressions=1)
    assert [request.address.canonical for request in Request.objects.all()] == ["berta@example.org"]
    assert not OutgoingMail.objects.exclude(request=Request.objects.get()).exists()
    assert reapply() == Reapplied()


def test_suppression_that_is_newer_than_its_lifting_stays(community):
    lookup = index(Use.SUPPRESSION, ADDRESS.canonical)
    journal.write("lifted", lookup, at=timezone.now() - timedelta(days=1))
    Suppression.objects.create(lookup=lookup, reason="complaint")
    assert reapply() == Reapplied()
    assert Suppression.objects.exists()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_person_is_found_whichever_key_was_in_use(community, settings, order):
    old = list(settings.CONSENT_KEYS)
    contact = restored(community)
    settings.CONSENT_KEYS = [NEW_KEY, *old]
    reference = indexes(Use.SUBJECT, ADDRESS.canonical)[order[0]]
    Contact.objects.filter(pk=contact.pk).update(subject=indexes(Use.SUBJECT, ADDRESS.canonical)[order[1]])
    journal.write("erasure", reference)
    reapply()
    assert not Contact.objects.exists()


def test_corrected_address_does_not_come_back(community):
    contact = restored(community)
    journal.write("correction", contact.subject)
    assert reapply() == Reapplied(erasures=1)
    assert not Contact.objects.exists()
    assert Erasure.objects.get().subject == contact.subject
    assert reapply() == Reapplied()


def moved(contact, site, to):
    """Gives somebody a new address, as the link in the mail to it does."""
    contact.refresh_from_db()
    assert correct(a_correction_link(site, contact, to))


def test_somebody_who_went_back_to_an_old_address_stays(community):
    contact = a_contact(community)
    moved(contact, community, "anna@example.net")
    moved(contact, community, ANNA)
    assert reapply() == Reapplied()
    assert str(Contact.objects.get().address) == ANNA
    assert Consent.objects.active().exists()
    moved(contact, community, "anna@example.com")
    assert reapply() == Reapplied()
    assert Consent.objects.active().exists()


def test_somebody_who_moved_to_an_address_that_another_had_left_stays_and_loses_no_consent(community):
    anna, berta = a_contact(community), a_contact(community, "berta@example.org")
    withdraw(anna.consents.get(), method="link")
    moved(anna, community, "anna@example.net")
    moved(berta, community, ANNA)
    assert reapply() == Reapplied()
    assert {str(contact.address) for contact in Contact.objects.all()} == {ANNA, "anna@example.net"}
    assert Consent.objects.active().get().contact == berta


def test_somebody_who_left_an_address_twice_does_not_come_back_under_it(community):
    """The backup is of the days between: they had gone back to it."""
    contact = restored(community)
    reference = contact.subject
    journal.write("correction", reference, at=timezone.now() - LONG_AGO - timedelta(days=1))
    assert reapply() == Reapplied()
    journal.write("correction", reference)
    assert reapply() == Reapplied(erasures=1)
    assert not Contact.objects.exists()


def test_dry_run_counts_and_changes_nothing(community):
    journal.write("erasure", restored(community).subject)
    entries = ConsentEntry.objects.count()
    output = StringIO()
    call_command("reapply_erasures", dry_run=True, stdout=output)
    assert "Would be carried out again: 1 erasures" in output.getvalue()
    assert Contact.objects.exists()
    assert ConsentEntry.objects.count() == entries
    call_command("reapply_erasures", stdout=output)
    assert not Contact.objects.exists()


def test_torn_line_is_reported_and_the_others_are_carried_out(community, path, tmp_path):
    first, second = restored(community), restored(community, "berta@example.org")
    journal.write("erasure", first.subject)
    with path.open("a") as file:
        file.write('{"at": "20')
    journal.write("erasure", second.subject)
    with path.open("a") as file:
        file.write('{"at": "2026-01-01T00:00:00+00:00", "event": "eras')
    copy, errors = tmp_path / "copy.jsonl", StringIO()
    path.rename(copy)
    call_command("reapply_erasures", journal=copy, stdout=StringIO(), stderr=errors)
    assert not Contact.objects.exists()
    assert "Line 2 of the journal" in errors.getvalue()
    assert "Line 4 of the journal" in errors.getvalue()


def test_stopped_half_way_it_goes_on_where_it_was(community, monkeypatch):
    contacts = [restored(community, f"person{number}@example.org") for number in range(3)]
    for contact in contacts:
        journal.write("erasure", contact.subject)
    from consent.rules import reapplying

    erase_rows, done = reapplying.erase_rows, []

    def stops(address):
        if len(done) == 1:
            raise KeyboardInterrupt
        done.append(address)
        return erase_rows(address)

    with monkeypatch.context() as patch:
        patch.setattr(reapplying, "erase_rows", stops)
        with pytest.raises(KeyboardInterrupt):
            reapply()
    assert Contact.objects.count() == 2
    assert reapply() == Reapplied(erasures=2)
    assert Erasure.objects.count() == 3


def test_missing_journal_and_missing_key_are_told(community, settings, path):
    with pytest.raises(CommandError, match="There is no journal"):
        call_command("reapply_erasures")
    journal.write("erasure", restored(community).subject)
    settings.CONSENT_KEYS = [NEW_KEY]
    with pytest.raises(CommandError, match="put the key back"):
        call_command("reapply_erasures")
    assert Contact.objects.exists()
