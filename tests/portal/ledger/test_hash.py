"""An entry's hash holds for what the database gives back, whatever was put into it."""

import hashlib
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.utils.functional import lazystr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import ReviewDecision
from articles.models.decision import digest_of_text
from portal.ledger.chain import entry_hash
from portal.ledger.proof import prove
from portal.models.ledger import LedgerError

VALUES = {
    "outcome": "approved",
    "page_id": 1,
    "page_title": "A title",
    "snapshot": "{}",
    "digest": digest_of_text("{}"),
    "reviewer_id": 1,
    "reviewed_on": date(2026, 1, 31),
}


def kept(**values):
    """Whether an entry with these values has its hash after it went through the database."""
    entry = ReviewDecision.append(**VALUES | values)
    stored = ReviewDecision.objects.get(pk=entry.pk)
    return stored.computed_hash() == stored.entry_hash == entry.entry_hash


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        " around ",
        "Größe 😀 e\u0301 \u00e9",
        "\u2028\ufeff\u200b",
        "a\r\nb\rc\n",
        "\x01\x1f\x7f",
        "'\"\\ %s",
        "x" * 70_000,
    ],
)
def test_text_keeps_its_hash(db, text):
    assert kept(note=text, passages=[{"words": text}])


@pytest.mark.parametrize(
    "value",
    [
        2**63,
        -(2**80),
        10**40,
        0,
        True,
        None,
        1.5,
        1.0,
        1e16,
        1e300,
        -0.0,
        5e-324,
        0.1 + 0.2,
        [[], {}, [None, [""]]],
        {"b": 1, "a": {"ä": [1, "1"]}, "": None},
        {10: "ten", 9: "nine", None: 1, True: 2},
        (1, (2, 3)),
        date(2026, 1, 31),
        datetime(2026, 1, 31, 12, 0, 0, 123456, tzinfo=UTC),
        lazystr("later"),
    ],
    ids=repr,
)
def test_json_keeps_its_hash(db, value):
    assert kept(credentials=[value], checklist={"in": {"depth": value}})


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(value=plain)
def test_any_json_keeps_its_hash(value):
    assert kept(credentials=[value])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page_id", "17"),
        ("due_on", date(2027, 2, 28)),
        ("due_on", "2027-02-28"),
        ("due_on", None),
        ("person_id", 2**62),
        ("outcome", ReviewDecision.Outcome.WITHDRAWN),
        ("role", lazystr("reviewer")),
    ],
    ids=repr,
)
def test_every_kind_of_value_keeps_its_hash(db, name, value):
    assert kept(**{name: value})


def test_the_moment_is_kept_to_the_microsecond_in_any_time_zone(db, monkeypatch):
    east = timezone(timedelta(hours=5, minutes=45))
    for moment in (datetime(2026, 1, 31, 23, 59, 59, 999999, east), datetime(2026, 1, 31, tzinfo=UTC)):
        monkeypatch.setattr("portal.models.ledger.timezone.now", lambda moment=moment: moment)
        assert kept()
    assert prove(ReviewDecision).fault is None


@pytest.mark.parametrize("text", ["nul \0", "half of a pair \ud800"])
@pytest.mark.parametrize("place", ["note", "page_title", "json", "key"])
def test_what_a_database_would_not_give_back_is_refused_before_it_is_written(db, text, place):
    values = {"json": {"passages": [{"words": text}]}, "key": {"checklist": {text: True}}}.get(place, {place: text})
    with pytest.raises(LedgerError, match="A ledger can't hold"):
        ReviewDecision.append(**VALUES | values)
    assert kept()
    assert prove(ReviewDecision).entries == 1


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_that_are_none_are_refused(db, number):
    with pytest.raises(LedgerError):
        ReviewDecision.append(**VALUES, checklist={"evidence": number})


def test_a_column_that_is_added_later_changes_no_hash():
    assert entry_hash({"number": 1, "later": ""}) == entry_hash({"number": 1}) == entry_hash({"later": [], "number": 1})
    assert entry_hash({"number": 1, "later": 0}) != entry_hash({"number": 1})


def test_the_hash_is_the_sha_256_of_what_the_documentation_says():
    """Written out, so that a change of the way is noticed: it would condemn every ledger that there is."""
    text = '{"a":"2026-01-02T03:04:05.000006+00:00","b":"ä","c":"2026-01-02","e":{"x":[1],"y":2}}'
    values = {
        "b": "ä",
        "a": datetime(2026, 1, 2, 3, 4, 5, 6, UTC),
        "c": date(2026, 1, 2),
        "d": None,
        "e": {"y": 2.0, "x": [1]},
    }
    assert entry_hash(values) == hashlib.sha256(text.encode()).hexdigest()
