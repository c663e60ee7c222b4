import pytest

from articles.importing.dates import parse_date


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("December 2024", "2024-12", "month"),
        ("Dec. 5th, 2024", "2024-12-05", "day"),
        ("5 December 2024", "2024-12-05", "day"),
        ("Thursday, March 5, 2024 at 10:32 am", "2024-03-05", "day"),
        ("5. Dezember 2024", "2024-12-05", "day"),
        ("März 2024", "2024-03", "month"),
        ("5 de diciembre de 2024", "2024-12-05", "day"),
        ("diciembre de 2024", "2024-12", "month"),
        ("2024-12-05", "2024-12-05", "day"),
        ("2024-12", "2024-12", "month"),
        ("12/2024", "2024-12", "month"),
        ("2024", "2024", "year"),
        ("25/04/2024", "2024-04-25", "day"),
        ("04/25/2024", "2024-04-25", "day"),
        ("03.04.2024", "2024-04-03", "day"),
        ("05/05/2024", "2024-05-05", "day"),
        ("Dec '24", "2024-12", "month"),
        ("Winter 2023", "2023", "year"),
        ("Q4 2024", "2024", "year"),
    ],
)
def test_date_is_read_as_precisely_as_it_was_written(text, value, precision):
    date = parse_date(text)
    assert (date.value, date.precision, date.ambiguous) == (value, precision, False)


@pytest.mark.parametrize("text", ["03/04/2024", "03-04-24", "3/4/2024"])
def test_day_and_month_that_could_be_swapped_are_ambiguous(text):
    date = parse_date(text)
    assert date.ambiguous
    assert date.readings == ("2024-04-03", "2024-03-04")


@pytest.mark.parametrize("text", ["31 February 2024", "32/13/2024", "99/2024", "soon", "May", "1.5", "2 or 3", ""])
def test_what_is_no_date_is_none(text):
    assert parse_date(text) is None
