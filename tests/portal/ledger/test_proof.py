"""``manage.py verify_ledger`` finds whatever was done to a ledger, and names the first entry that is bad."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Contribution, ReviewDecision
from portal.ledger import triggers
from portal.ledger.chain import GENESIS
from portal.ledger.proof import prove
from portal.models.ledger import LedgerHead
from tests.portal.ledger.conftest import contribute, tampering

TABLE = "articles_contribution"
NAME = "articles.Contribution"
HEAD = "UPDATE portal_ledgerhead SET"


def tamper(*statements):
    with tampering() as cursor:
        for sql in statements:
            cursor.execute(sql)


def verify(*arguments, **options):
    """Whether the command finds everything in order."""
    try:
        call_command("verify_ledger", *arguments, **options)
    except SystemExit as end:
        return end.code != 1
    return True


def test_a_ledger_that_nobody_touched_is_in_order(entries, capsys):
    assert verify()
    said = capsys.readouterr().out
    assert f"{NAME}: 5 entries, all in order. Newest: {NAME}:5:{entries[-1].entry_hash}" in said
    assert "articles.ReviewDecision: 0 entries, all in order." in said


def moved(number, to):
    return f"UPDATE {TABLE} SET number = {to} WHERE number = {number}"


COPY = (
    f"INSERT INTO {TABLE} (number, recorded_at, previous_hash, entry_hash, page_id, revision_id, user_id, username,"
    f" name, body_digest) SELECT %s, recorded_at, %s, %s, page_id, revision_id, user_id, username, name, body_digest"
    f" FROM {TABLE} WHERE number = 1"
)


@pytest.mark.parametrize(
    ("statements", "number", "reason"),
    [
        ([f"UPDATE {TABLE} SET username = 'berta' WHERE number = 3"], 3, "altered"),
        ([f"UPDATE {TABLE} SET user_id = NULL WHERE number = 1"], 1, "altered"),
        ([f"UPDATE {TABLE} SET copied_from = 7 WHERE number = 5"], 5, "altered"),
        ([f"UPDATE {TABLE} SET recorded_at = '2020-01-01 00:00:00+00:00' WHERE number = 4"], 4, "altered"),
        ([f"DELETE FROM {TABLE} WHERE number = 1"], 1, "missing: entry 2 of 5 is the next"),
        ([f"DELETE FROM {TABLE} WHERE number = 3"], 3, "missing: entry 4 of 5 is the next"),
        ([f"DELETE FROM {TABLE} WHERE number = 5"], 5, "missing: the ledger had 5 entries"),
        ([f"DELETE FROM {TABLE} WHERE number > 2"], 3, "missing: the ledger had 5 entries"),
        ([f"DELETE FROM {TABLE}"], 1, "missing: the ledger had 5 entries"),
        ([f"DELETE FROM {TABLE} WHERE number = 3", moved(4, 3), moved(5, 4)], 3, "does not follow"),
        ([moved(2, 99), moved(3, 2), moved(99, 3)], 2, "does not follow"),
        ([f"UPDATE {TABLE} SET entry_hash = '{'0' * 63}1' WHERE number = 2"], 2, "altered"),
        ([f"UPDATE {TABLE} SET previous_hash = '{'0' * 63}1' WHERE number = 2"], 2, "does not follow"),
        ([COPY % (6, "'x'", "'y'")], 6, "does not follow"),
        ([COPY % (9, "'x'", "'y'")], 9, "slipped in"),
        ([COPY % (0, "'x'", "'y'")], 0, "slipped in"),
        ([f"{HEAD} entry_hash = '{GENESIS}'"], 5, "not the one at the ledger's head"),
        ([f"{HEAD} number = 6"], 6, "missing: the ledger had 6 entries"),
        ([f"{HEAD} number = 4"], 5, "slipped in: the ledger has 4 entries"),
        (["DELETE FROM portal_ledgerhead"], 1, "slipped in: the ledger has 0 entries"),
    ],
)
def test_whatever_was_done_is_found_at_the_first_bad_entry(entries, capsys, statements, number, reason):
    tamper(*statements)
    assert not verify()
    said = capsys.readouterr()
    assert re.search(rf"{NAME}: entry {number} is bad: .*{re.escape(reason)}", said.err), said.err
    assert "articles.ReviewDecision: 0 entries, all in order." in said.out


def test_an_entry_that_fits_and_was_slipped_in_behind_the_last_is_found(entries):
    forged = Contribution(number=6, previous_hash=entries[-1].entry_hash, page_id=1, revision_id=6, user_id=6)
    forged.recorded_at = entries[-1].recorded_at
    forged.entry_hash = forged.computed_hash()
    forged.save()
    fault = prove(Contribution).fault
    assert (fault.number, fault.reason) == (6, "it was slipped in: the ledger has 5 entries")


def test_swapped_contents_are_found(entries):
    tamper(
        f"UPDATE {TABLE} SET user_id = 7 - user_id, revision_id = 7 - revision_id WHERE number IN (3, 4)",
    )
    assert prove(Contribution).fault.number == 3


def test_removing_the_newest_and_moving_the_head_back_is_found_by_who_noted_it(entries, capsys):
    noted = f"{NAME}:5:{entries[4].entry_hash}"
    earlier = f"{NAME}:2:{entries[1].entry_hash}"
    assert verify(expect=[noted, earlier])
    tamper(f"DELETE FROM {TABLE} WHERE number = 5", f"{HEAD} number = 4, entry_hash = '{entries[3].entry_hash}'")
    assert verify()
    assert verify(expect=[earlier])
    assert not verify(expect=[noted, earlier])
    assert "entry 5 is bad: it is missing: entry 5 was noted." in capsys.readouterr().err


def test_a_ledger_that_was_written_anew_is_found_by_each_of_the_notes(entries, capsys):
    notes = [f"{NAME}:{entry.number}:{entry.entry_hash}" for entry in entries]
    tamper(f"DELETE FROM {TABLE}", "DELETE FROM portal_ledgerhead")
    for number in range(1, 6):
        contribute(number)
    assert verify()
    for note in notes:
        assert not verify(expect=[note])
        assert f"entry {note.split(':')[1]} is bad: its hash is not the one that was noted." in capsys.readouterr().err
    assert not verify("articles.ReviewDecision", expect=notes[:1])


@pytest.mark.parametrize("note", ["articles.Contribution:5", "no.Ledger:1:" + "0" * 64, f"{NAME}:²:{'0' * 64}"])
def test_a_note_that_cant_be_read_is_refused(db, note):
    with pytest.raises(CommandError, match="is not LEDGER:NUMBER:HASH"):
        verify(expect=[note])


def test_a_ledger_that_there_is_not_is_refused(db):
    with pytest.raises(CommandError, match=r"There is no ledger articles\.Nothing"):
        verify("articles.Nothing")


def test_triggers_that_are_gone_are_a_fault_even_if_the_entries_are_in_order(entries, capsys):
    assert verify()
    with triggers.lifted(connection):
        assert not verify()
    assert "would let its ledgers be changed" in capsys.readouterr().err


def test_entries_that_are_added_while_the_ledger_is_read_are_read_too(entries, monkeypatch):
    """As another connection does: after the entries were read, and before the head is."""
    added = iter([6, 7])
    filter_heads = LedgerHead.objects.filter

    def filter_after_adding(*args, **kwargs):
        if number := next(added, None):
            monkeypatch.setattr(LedgerHead.objects, "filter", filter_heads)
            contribute(number)
            monkeypatch.setattr(LedgerHead.objects, "filter", filter_after_adding)
        return filter_heads(*args, **kwargs)

    monkeypatch.setattr(LedgerHead.objects, "filter", filter_after_adding)
    proof = prove(Contribution)
    assert proof.fault is None
    assert proof.entries == 7


def test_a_decision_whose_digest_is_not_that_of_its_text_is_found_though_its_hash_holds(db):
    values = {"outcome": "approved", "page_id": 1, "reviewer_id": 1, "reviewed_on": "2026-01-01"}
    ReviewDecision.append(**values, snapshot="{}", digest="v1:" + "0" * 64)
    fault = prove(ReviewDecision).fault
    assert (fault.number, fault.reason) == (1, "its digest is not that of its text")
