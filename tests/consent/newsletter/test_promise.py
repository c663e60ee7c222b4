"""What “twice a month” means, whatever the month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.newsletter.promise import a_month_before, first_day_after


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 3, 3), date(2026, 2, 3)),
        (date(2026, 3, 31), date(2026, 2, 28)),
        (date(2026, 1, 15), date(2025, 12, 15)),
    ],
)
def test_month_goes_back_to_the_same_day_or_the_last(day, before):
    assert a_month_before(day) == before


def test_monthly_issue_may_go_out_on_the_same_day_of_each_month():
    assert first_day_after([date(2026, 2, 3)], most=1, day=date(2026, 3, 2)) == date(2026, 3, 3)
    assert first_day_after([], most=0, day=date(2026, 3, 2)) is None


@given(st.integers(1, 5), st.lists(st.integers(0, 20), min_size=1, max_size=60))
def test_no_month_of_the_calendar_ever_holds_more_than_promised(most, pauses):
    day, begun = date(2024, 1, 1), []
    for pause in pauses:
        day = first_day_after(begun, most=most, day=day + timedelta(days=pause))
        begun.append(day)
    months = [(each.year, each.month) for each in begun]
    assert max(months.count(month) for month in months) <= most
