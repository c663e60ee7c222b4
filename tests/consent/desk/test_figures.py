"""The figures of the desk: true for those who look after people's data, in steps for the others."""

from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from consent.desk.growth import Row, growth
from consent.desk.growth_picture import HEIGHT, draw
from consent.desk.small_numbers import told
from consent.models import Consent, ConsentEntry, Suppression
from consent.rules.erasing import erase
from consent.rules.suppressing import suppress
from consent.rules.withdrawing import pause, withdraw
from tests.consenting import a_contact, a_request


def overview(client, **query):
    response = client.get(reverse("consent_desk"), query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def told_figures(page):
    return {" ".join(box.dt.text.split()): box.dd.text for box in page.select(".consent-figures > div")}


def purpose_rows(page):
    section = page.select_one(".consent-consents")
    return {row.th.a.text: [cell.text for cell in row.select(".consent-number")] for row in section.select("tbody tr")}


@pytest.fixture
def people(community):
    """Six contacts: four with active consents, one that paused, one that withdrew; one that waits, one suppressed."""
    contacts = [a_contact(community, f"person{number}@example.org") for number in range(6)]
    pause(contacts[0].consents.get(), until=timezone.now() + timedelta(days=30), method="link")
    withdraw(contacts[1].consents.get(), method="link")
    a_request(community, "waits@example.org")
    suppress(contacts[2].address, Suppression.Reason.COMPLAINT)
    return contacts


def test_data_protection_sees_exact_figures(client, guardian, people):
    page = overview(client)
    figures = told_figures(page)
    assert figures["Confirmed contacts"] == "6"
    assert figures["Waiting for a confirmation"] == "1"
    assert figures["Never written to"] == "1"
    assert "Reported as unwanted: 1" in [line.text for line in page.select(".consent-reason")]
    assert purpose_rows(page) == {"myeloma-news": ["5", "4", "1", "1"]}


def test_editors_see_figures_on_people_in_steps_of_five(client, sign_in_as, people):
    sign_in_as("Editors")
    page = overview(client)
    assert set(told_figures(page).values()) == {"5–9", "0–4"}
    assert {line.text.rpartition(": ")[2] for line in page.select(".consent-reason")} == {"0–4"}
    assert purpose_rows(page) == {"myeloma-news": ["5–9", "0–4", "0–4", "0–4"]}
    table = page.select(".consent-growth td")
    assert [cell.text for cell in table] == ["5–9", "0–4", "0–4"]
    assert "in steps of five" in page.text
    bars = page.select(".consent-growth svg[role=img] rect[x]")
    assert [bar["class"] for bar in bars] == [["consent-bar-given"]]


@pytest.mark.parametrize(("number", "words"), [(0, "0–4"), (4, "0–4"), (5, "5–9"), (1234, "1,230–1,234")])
def test_steps_of_five_are_told_by_their_ends(number, words):
    assert told(number, exactly=False) == words


def test_growth_survives_the_erasure_of_the_people(client, guardian, people):
    before = growth()
    for contact in people:
        erase(contact.address, method="link")
    (row,) = growth()
    assert (row.given, row.withdrawn, row.erased) == (6, 1, 6)
    assert (before[0].given, before[0].withdrawn) == (6, 1)
    assert not Consent.objects.exists()


def test_growth_of_one_purpose_counts_it_alone(community):
    anna = a_contact(community, "anna@example.org", "myeloma-news", "leukaemia-news")
    a_contact(community, "berta@example.org", "leukaemia-news")
    consents = {consent.purpose.code: consent for consent in anna.consents.all()}
    withdraw(consents["myeloma-news"], method="link")
    erase(anna.address, method="link")
    (row,) = growth(consents["leukaemia-news"].purpose)
    assert (row.given, row.withdrawn, row.erased) == (2, 0, 0)
    (row,) = growth(consents["myeloma-news"].purpose)
    assert (row.given, row.withdrawn, row.erased) == (1, 1, 0)
    (row,) = growth()
    assert (row.given, row.withdrawn, row.erased) == (3, 1, 1)


def entry_on(day, action="confirmed", code="myeloma-news"):
    """An entry that the ledger took on an earlier day. Its hash is not what is looked at here."""
    with mock.patch("portal.models.ledger.timezone.now", return_value=datetime(*day, 12, tzinfo=UTC)):
        ConsentEntry.append(action=action, method="link", purposes=[{"code": code, "version": 1}], site_id=1)


def test_months_and_weeks_without_anything_stand_in_the_row(db):
    for day in ((2026, 1, 31), (2026, 2, 1), (2026, 4, 30)):
        entry_on(day)
    entry_on((2026, 4, 29), "withdrawn")
    today = date(2026, 5, 4)
    assert growth(today=today) == [
        Row(date(2026, 1, 1), 1, 0, 0),
        Row(date(2026, 2, 1), 1, 0, 0),
        Row(date(2026, 3, 1), 0, 0, 0),
        Row(date(2026, 4, 1), 1, 1, 0),
        Row(date(2026, 5, 1), 0, 0, 0),
    ]
    weeks = growth(by="week", today=today)
    assert weeks[0] == Row(date(2026, 1, 26), 2, 0, 0)
    assert weeks[-2:] == [Row(date(2026, 4, 27), 1, 1, 0), Row(date(2026, 5, 4), 0, 0, 0)]
    assert len(weeks) == 15


def test_what_happened_before_the_span_is_left_out(db):
    entry_on((2024, 1, 15))
    assert growth(today=date(2026, 5, 4)) == []
    assert len(growth(today=date(2024, 5, 4))) == 5


def test_picture_draws_what_the_table_says():
    picture = draw([Row(date(2026, 1, 1), 30, 5, 5), Row(date(2026, 2, 1), 15, 0, 0)], exactly=True)
    sizes = {(bar.kind, bar.x): (bar.y, bar.height) for bar in picture.bars}
    assert picture.axis == 150
    assert sizes == {
        ("given", 0): (0, 150),
        ("withdrawn", 0): (150, 25),
        ("erased", 0): (175, 25),
        ("given", 360): (75, 75),
    }
    assert max(bar.y + bar.height for bar in picture.bars) == HEIGHT
    assert [line.begins.month for line in picture.lines] == [2, 1]
    assert draw([], exactly=True).bars == ()


def test_picture_has_a_title_a_description_and_its_numbers_beside_it(client, guardian, people):
    page = overview(client)
    svg = page.select_one(".consent-growth svg[role=img]")
    named = svg["aria-labelledby"].split()
    assert [page.find(id=name).name for name in named] == ["title", "desc"]
    assert [cell.text for cell in page.select(".consent-growth td")] == ["6", "1", "0"]


def test_one_purpose_or_a_week_is_chosen_by_the_address_and_junk_shows_all(client, guardian, people):
    purpose = Consent.objects.first().purpose
    page = overview(client, purpose=purpose.pk, by="week")
    assert "myeloma-news" in page.find(id="growth").text
    assert "Week from" in page.text
    for junk in ("0", "x", "\x00", "9" * 400, "-1", "1 or 1=1"):
        assert "all purposes" in overview(client, purpose=junk, by=junk).find(id="growth").text


def test_desk_with_nothing_on_it_says_so(client, guardian, community):
    page = overview(client).text
    assert "No purpose has been written yet" in page
    assert "Nobody has confirmed anything yet." in page
