"""What readers are told of the review at the top of an article, in each of its states."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from articles.models import Credential
from articles.review.canonical import digest_of
from articles.review.recording import Declaration
from articles.review.signing import request_changes, withdraw
from portal.models import CommunitySettings
from tests.articles.review.readers.asking import ARTICLE, again, facts, line, medical_page, soup, words, write
from tests.reviewing import a_reviewer, publish, sign


@pytest.fixture
def at(monkeypatch):
    """``at(moment)``: from now on it is that moment."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def reviewed(article, ruth, at):
    """``article``, approved by Ruth Adler on 10 March 2026, the next review due on 10 March 2027."""
    at(datetime(2026, 3, 10, 12, tzinfo=UTC))
    sign(article, due_on=date(2027, 3, 10), draft=False)
    return again(article)


def noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_line_names_reviewer_qualification_and_both_dates(client, reviewed):
    plate = soup(client).select_one(".review-line")
    assert "Reviewed by: Ruth Adler, Consultant haematologist | Last reviewed: 10 March 2026" in words(plate)
    assert "Next review due: 10 March 2027" in words(plate)
    assert [time["datetime"] for time in plate.select("time")][:2] == ["2026-03-10", "2027-03-10"]
    assert plate.select_one("a[href='/people/ruth/']").get_text() == "Ruth Adler"


def test_name_is_no_link_while_the_reviewers_page_is_not_public(client, reviewed, ruth):
    ruth.unpublish()
    plate = soup(client).select_one(".review-line")
    assert "Reviewed by: Ruth Adler" in words(plate)
    assert not plate.select("a[href*='ruth']")


def test_line_leads_to_how_the_article_was_reviewed(client, reviewed):
    page = soup(client)
    assert page.select_one(".review-line a[href='#how-reviewed']").get_text() == "How we reviewed this article"
    section = page.select_one("section:has(#how-reviewed)")
    assert facts(section) == {
        "Medical reviewer": "Ruth Adler",
        "Qualification": "Consultant haematologist, haematology (General Medical Council)",
        "Board": "Haematology Review Board",
        "Declared interests": "None",
        "Reviewed": "10 March 2026",
        "Next review due": "10 March 2027",
    }
    assert "1234567" not in page.get_text()  # the licence
    assert client.get(section.select_one("a[href$='review-history/']")["href"]).status_code == 200
    assert client.get(section.select_one("a[href$='review.json']")["href"]).status_code == 200


def test_the_name_stands_as_it_was_when_the_person_and_the_credential_are_gone(client, reviewed, ruth):
    Credential.objects.all().delete()
    a_reviewer().delete()
    ruth.delete()
    assert "Reviewed by: Ruth Adler, Consultant haematologist" in line(client)


def test_community_may_show_the_board_with_the_person_one_click_away(client, reviewed):
    CommunitySettings.objects.update(review_byline="board")
    page = soup(client)
    plate = page.select_one(".review-line")
    assert "Reviewed by: Haematology Review Board | Last reviewed: 10 March 2026" in words(plate)
    assert "Ruth Adler" not in words(plate)
    assert plate.find("a", string="Haematology Review Board")["href"] == "#how-reviewed"
    assert "Ruth Adler" in words(page.select_one("section:has(#how-reviewed)"))
    assert medical_page(client)["reviewedBy"]["@type"] == "Organization"


def test_person_is_named_where_the_reviewer_sits_on_no_board(client, article, ruth):
    CommunitySettings.objects.update(review_byline="board")
    Credential.objects.update(board=None)
    sign(article, draft=False)
    assert "Reviewed by: Ruth Adler" in line(client)


@pytest.mark.parametrize(
    ("days_left", "said"),
    [
        (61, "Next review due: 10 March 2027"),
        (60, "The next review is due soon, on 10 March 2027."),
        (0, "The next review is due soon, on 10 March 2027."),
        (-1, "The next review was due on 10 March 2027 and has not taken place yet."),
    ],
)
def test_readers_hear_how_old_the_review_is(client, reviewed, at, days_left, said):
    at(noon(date(2027, 3, 10) - timedelta(days=days_left)))
    assert said in line(client)
    assert "Reviewed by: Ruth Adler" in line(client)
    assert medical_page(client)["lastReviewed"] == "2026-03-10"


def test_a_review_is_good_to_the_end_of_its_last_day_where_the_community_is(client, reviewed, at):
    at(datetime(2027, 3, 10, 22, 30, tzinfo=UTC))  # 23:30 in Berlin
    assert "is due soon" in line(client)
    at(datetime(2027, 3, 10, 23, 30, tzinfo=UTC))  # 00:30 in Berlin
    assert "has not taken place yet" in line(client)


def test_the_day_of_a_review_is_the_one_where_the_community_is(client, article, ruth, at):
    at(datetime(2026, 3, 10, 23, 30, tzinfo=UTC))  # 00:30 of the next day in Berlin
    sign(article, due_on=date(2027, 3, 10), draft=False)
    assert "Last reviewed: 11 March 2026" in line(client)


@pytest.mark.parametrize("byline", ["person", "board"])
def test_a_changed_text_stands_under_no_name_and_no_date(client, reviewed, byline):
    CommunitySettings.objects.update(review_byline=byline)
    write(reviewed, summary="Something else.")
    assert "This text has changed since a medical reviewer approved it, and is being reviewed again." in line(client)
    page = soup(client).select_one("article").get_text()
    for claim in ("Ruth Adler", "Haematology Review Board", "10 March 2026", "10 March 2027"):
        assert claim not in page
    assert "No approval covers the text as it stands now." in page


def test_withdrawing_takes_the_line_down_at_once(client, reviewed):
    withdraw(page_id=reviewed.pk, user=a_reviewer(), note="A dose is wrong.")
    page = soup(client).select_one("article").get_text()
    assert "The medical approval of this text was taken back." in page
    assert "Ruth Adler" not in page
    assert "A dose is wrong" not in page  # written for editors
    assert "reviewedBy" not in medical_page(client)


def test_approving_again_brings_the_line_back(client, reviewed):
    withdraw(page_id=reviewed.pk, user=a_reviewer(), note="A dose is wrong.")
    sign(reviewed, draft=False)
    assert "Reviewed by: Ruth Adler" in line(client)


def test_changes_that_a_reviewer_asks_for_take_the_line_down_without_saying_that_the_text_changed(client, reviewed):
    asked = Declaration(note="Say what the dose is.")
    request_changes(
        page_id=reviewed.pk, shown=digest_of(again(reviewed)), user=a_reviewer(), declaration=asked, draft=False
    )
    assert "The medical approval of this text was taken back." in line(client)
    assert "Say what the dose is" not in soup(client).get_text()


def test_a_text_that_nobody_ever_reviewed_says_so_and_has_no_history(client, article):
    copy = article.copy(update_attrs={"slug": "copied", "title": "Copied"}, keep_live=False)
    write(copy, live=True)
    address = "/multiple-myeloma/copied/"
    assert "Not medically reviewed yet" in line(client, address)
    assert not soup(client, address).select("#how-reviewed")
    assert client.get(f"{address}review-history/").status_code == 404


def test_a_personal_story_shows_no_review_even_of_the_time_before(client, reviewed):
    reviewed.kind = "story"
    reviewed.save_revision().publish()
    page = soup(client)
    assert "One person’s experience" in words(page.select_one(".review-line"))
    assert not page.select("#how-reviewed")
    assert "reviewedBy" not in str(page)
    assert client.get(f"{ARTICLE}review-history/").status_code == 404
    assert client.get(f"{ARTICLE}review.json").status_code == 404


def test_machines_are_told_who_reviewed_with_what_qualification_and_when(client, reviewed):
    node = medical_page(client)
    assert node["lastReviewed"] == "2026-03-10"
    person = node["reviewedBy"]
    assert (person["@type"], person["name"], person["jobTitle"]) == ("Person", "Ruth Adler", "Consultant haematologist")
    assert person["url"] == "http://testserver/people/ruth/"
    assert person["hasCredential"] == [
        {
            "@type": "EducationalOccupationalCredential",
            "name": "Consultant haematologist, haematology",
            "recognizedBy": {"@type": "Organization", "name": "General Medical Council"},
        }
    ]


def test_a_preview_asks_about_the_words_that_nobody_saved(reviewed):
    page = again(reviewed)
    assert "Reviewed by:" in page.make_preview_request().content.decode()
    page.summary = "Not saved."
    html = page.make_preview_request().content.decode()
    assert "Changed since its last review" in html
    assert "Reviewed by:" not in html


def test_a_preview_asks_about_authors_that_nobody_saved(whole_article):
    page = again(whole_article)
    page.article_authors = []
    assert "Reviewed by:" not in page.make_preview_request().content.decode()


def test_an_alias_stands_under_the_review_of_its_source(client, reviewed, topic):
    alias = reviewed.create_alias(update_slug="alias", parent=topic)
    address = "/multiple-myeloma/alias/"
    assert "Reviewed by: Ruth Adler" in line(client, address)
    assert client.get(f"{address}review-history/").status_code == 200
    assert client.get(f"{address}review.json").json()["standing"] == "current"
    write(alias, summary="Something else.")
    assert "Changed since its last review" in line(client, address)
    assert "Reviewed by: Ruth Adler" in line(client)


def test_a_translation_begins_without_a_review(article, topic, community):
    spanish = Locale.objects.create(language_code="es")
    for page in (community.root_page, topic):
        page.copy_for_translation(spanish)
    draft = article.copy_for_translation(spanish)
    assert "review-line-never" in draft.make_preview_request().content.decode()


def test_a_translation_has_reviews_of_its_own(client, article, spanish_article):
    spanish = "/es/mieloma-multiple/recaida/"
    [own] = client.get(f"{spanish}review.json").json()["decisions"]
    assert own["entry"]["number"] == 2
    assert client.get(f"{spanish}review-history/").status_code == 200
    withdraw(page_id=article.pk, user=a_reviewer(), note="Wrong.")
    assert "Revisado por: Ruth Adler" in line(client, spanish)


def test_print_holds_the_line_and_no_links_to_data(client, reviewed):
    page = soup(client)
    assert page.select_one("header.article-head .review-line")
    assert "screen-only" in page.select_one("section:has(#how-reviewed) ul")["class"]


def test_a_new_approval_after_an_edit_is_shown_with_its_own_date(client, reviewed, at):
    at(noon(date(2026, 6, 1)))
    page = again(reviewed)
    page.summary = "Said better."
    page.save_revision()
    publish(page)
    assert "Last reviewed: 1 June 2026" in line(client)
