"""The journal keeps whole lines, in their order, whoever writes and whatever breaks."""

import errno
import json
import os
import subprocess
import sys
from datetime import datetime

import pytest
from django.db import transaction

from consent import journal
from consent.addresses import parse_address
from consent.journal import JournalError, Line
from consent.models import Contact
from consent.rules.erasing import erase
from consent.rules.suppressing import lift, suppress
from portal.environment import PROJECT_DIR
from tests.consenting import ANNA, a_contact

ADDRESS = parse_address(ANNA)
WRITER = """
import django; django.setup()
from django.conf import settings
from consent import journal
settings.ERASURE_JOURNAL = {path!r}
for number in range(200):
    journal.write("erasure", "writer-{name}", number=str(number), padding="x" * 5000)
"""


@pytest.fixture(autouse=True)
def path(settings, tmp_path):
    """A journal of the test's own."""
    settings.ERASURE_JOURNAL = tmp_path / "folder" / "erasures.jsonl"
    return settings.ERASURE_JOURNAL


def test_line_holds_reference_and_time_and_is_the_owners_alone(path):
    journal.write("erasure", "key:digest")
    (entry,) = journal.entries()
    assert (entry["event"], entry["reference"]) == ("erasure", "key:digest")
    assert datetime.fromisoformat(entry["at"]).tzinfo
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.any_database
def test_two_processes_at_once_never_mix_their_lines(path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER.format(path=str(path), name=name)], cwd=PROJECT_DIR)
        for name in "ab"
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    entries = list(journal.entries())
    assert len(entries) == 400
    assert [entry["at"] for entry in entries] == sorted(entry["at"] for entry in entries)
    for name in "ab":
        numbers = [int(entry["number"]) for entry in entries if entry["reference"] == f"writer-{name}"]
        assert numbers == list(range(200))


def test_torn_line_is_named_and_the_next_one_begins_anew(path):
    journal.write("erasure", "one")
    with path.open("a") as file:
        file.write('{"at": "2026-01-01T00:00:00+00:00", "ev')  # the machine stopped here
    journal.write("erasure", "two")
    lines = list(journal.lines())
    assert [line.entry and line.entry["reference"] for line in lines] == ["one", None, "two"]
    assert lines[1] == Line(2, None)
    with pytest.raises(JournalError, match="Line 2"):
        list(journal.entries())


@pytest.mark.parametrize("text", ["[]", "null", "{}", '{"at": "today", "event": "x", "reference": "y"}', "\\xff"])
def test_line_that_says_nothing_is_no_entry(path, text):
    path.parent.mkdir()
    path.write_bytes(text.encode("latin-1") + b"\n")
    assert list(journal.lines()) == [Line(1, None)]


def test_disk_that_fills_up_leaves_no_half_line_and_stops_what_wanted_to_write(path, community, monkeypatch):
    a_contact(community)
    journal.write("erasure", "one")
    before = path.read_bytes()
    write = os.write

    def fills_up(descriptor, content):
        if len(content) < 40:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, bytes(content)[:30])

    monkeypatch.setattr("consent.journal.os.write", fills_up)
    with pytest.raises(JournalError), transaction.atomic():
        erase(ADDRESS, method="link")
    assert path.read_bytes() == before
    assert Contact.objects.exists()


def test_what_protects_is_written_even_if_the_transaction_fails(community):
    a_contact(community)
    with transaction.atomic():
        erase(ADDRESS, method="link")
        transaction.set_rollback(True)
    assert Contact.objects.exists()
    assert [entry["event"] for entry in journal.entries()] == ["erasure"]


def test_what_allows_again_is_written_after_the_commit_alone(community, django_capture_on_commit_callbacks):
    suppress(ADDRESS, "asked")
    with django_capture_on_commit_callbacks() as waiting:
        lift(ADDRESS)
    assert [entry["event"] for entry in journal.entries()] == ["suppression"]
    for write in waiting:
        write()
    assert [entry["event"] for entry in journal.entries()] == ["suppression", "lifted"]


def test_erasure_and_its_line_have_one_time(community):
    from consent.models import Erasure

    a_contact(community)
    erase(ADDRESS, method="link")
    (entry,) = journal.entries()
    assert datetime.fromisoformat(entry["at"]) == Erasure.objects.get().erased_at
    assert ANNA not in json.dumps(entry)
