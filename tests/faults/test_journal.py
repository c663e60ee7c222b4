"""The journal of erasures: whole lines or none, before the database commits, and without an address."""

import errno
import os
from threading import Thread

import pytest
from django.db import transaction

from consent import journal
from consent.addresses import parse_address
from consent.models import Consent, ConsentEntry, Contact, Erasure, Suppression, Token
from consent.rules.confirming import Outcome, confirm, refuse
from consent.rules.erasing import erase
from consent.rules.suppressing import is_suppressed, lift, suppress
from consent.rules.withdrawing import withdraw
from tests.consenting import ANNA, a_contact, a_request

ADDRESS = parse_address(ANNA)


@pytest.fixture(autouse=True)
def file(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "journal" / "erasures.jsonl"
    return settings.ERASURE_JOURNAL


@pytest.fixture
def full_disk(monkeypatch):
    """A few letters fit, then the disk is full."""
    write = os.write

    def fill(descriptor, line):
        if len(line) < 40:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, line[:20])

    monkeypatch.setattr("consent.journal.os.write", fill)


def broken_disk(_descriptor):
    raise OSError(errno.EIO, "Input/output error")


def events():
    return [entry["event"] for entry in journal.entries()]


def test_nothing_was_written_yet(file):
    assert events() == []
    assert not file.exists()


def test_only_its_owner_may_read_it(file):
    journal.write("erasure", "key:reference")
    assert file.stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_no_half_a_line_and_undoes_what_was_wanted(community, file, full_disk, monkeypatch):
    contact = a_contact(community)
    suppression = lambda: suppress(ADDRESS, Suppression.Reason.ASKED)  # noqa: E731
    withdrawal = lambda: withdraw(contact.consents.get(), method="link")  # noqa: E731
    for act in (lambda: erase(ADDRESS, method="link"), suppression, withdrawal):
        with pytest.raises(journal.JournalError) as error, transaction.atomic():
            act()
        assert "anna" not in str(error.value)
    assert Contact.objects.of(ADDRESS).exists()
    assert Consent.objects.active().exists()
    assert not Suppression.objects.exists()
    assert not Erasure.objects.exists()
    assert not ConsentEntry.objects.filter(action__in=["erased", "withdrawn"]).exists()
    monkeypatch.undo()
    journal.write("erasure", "key:reference")
    assert events() == ["erasure"]


def test_not_me_undone_by_a_full_disk_can_be_said_again(community, file, monkeypatch):
    text = Token.issue(Token.Kind.CONFIRM, request=a_request(community))
    monkeypatch.setattr("consent.journal.os.fsync", broken_disk)
    with pytest.raises(journal.JournalError), transaction.atomic():
        refuse(text)
    monkeypatch.undo()
    assert events() == []
    assert refuse(text).outcome is Outcome.REFUSED
    assert events() == ["suppression"]


def test_what_the_database_undoes_stays_in_the_journal_unless_it_brings_mail_back(
    community, django_capture_on_commit_callbacks
):
    contact = a_contact(community)
    with django_capture_on_commit_callbacks(execute=True):
        suppress(ADDRESS, Suppression.Reason.ASKED)
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        erase(ADDRESS, method="link")
        assert lift(ADDRESS) == 1
        transaction.set_rollback(True)
    assert Contact.objects.filter(pk=contact.pk).exists()
    assert is_suppressed(ADDRESS)
    assert events() == ["suppression", "erasure"]  # erased again after a restore; mail stays stopped
    with django_capture_on_commit_callbacks(execute=True):
        lift(ADDRESS)
    assert events() == ["suppression", "erasure", "lifted"]
    assert not is_suppressed(ADDRESS)
    assert lift(ADDRESS) == 0


def test_lines_of_many_writers_stay_whole(file):
    def write():
        for _ in range(20):
            journal.write("erasure", "key:" + "0" * 64)

    writers = [Thread(target=write) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert events() == ["erasure"] * 160


def test_a_line_that_can_not_be_read_is_named(file):
    journal.write("erasure", "key:one")
    with file.open("a") as lines:
        lines.write('{"event": "eras\n')
    with pytest.raises(journal.JournalError, match="Line 2 of the journal"):
        events()


def test_a_journal_that_can_not_be_written_stops_an_erasure_with_a_sentence(community, settings):
    a_contact(community)
    settings.ERASURE_JOURNAL = "/proc/version/erasures.jsonl"
    with pytest.raises(journal.JournalError, match="can't be written"), transaction.atomic():
        erase(ADDRESS, method="link")
    assert Contact.objects.exists()


def test_it_holds_no_address(community, file):
    a_contact(community)
    erase(ADDRESS, method="link", never_write=True)
    assert "anna" not in file.read_text()
    assert confirm("no-such-link").outcome is Outcome.GONE
