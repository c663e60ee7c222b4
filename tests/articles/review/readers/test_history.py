"""The public history of an article's review: what it tells, and what it keeps to itself."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from articles.review.canonical import digest_of
from articles.review.history import events_of
from articles.review.recording import Declaration
from articles.review.signing import decline, request_changes, withdraw
from articles.review.texts import draft_text
from portal.models import StandardPage
from tests.articles.review.readers.asking import ARTICLE, again, facts, soup, words, write
from tests.reviewing import a_reviewer, sign

HISTORY = f"{ARTICLE}review-history/"


def edit(page, **fields):
    """Saves a draft with other words."""
    page = again(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    return page


def events(client, address=HISTORY):
    return soup(client, address).select(".review-event")


def test_every_decision_is_told_newest_first_with_who_and_on_what_grounds(client, article, ruth):
    edit(article, title="When myeloma returns")
    sign(article, interests="Paid talks in 2024")
    withdraw(page_id=article.pk, user=a_reviewer("paula"), note="A dose is wrong.")
    withdrawn, second, first = events(client)
    assert "Approval withdrawn" in words(withdrawn.h2)
    assert facts(withdrawn)["Medical reviewer"] == "Paula Adler"
    assert "Reviewed and approved" in words(second.h2)
    assert facts(second)["Declared interests"] == "Paid talks in 2024"
    assert facts(second)["Qualification"] == "Consultant haematologist, haematology (General Medical Council)"
    assert second.select_one("a[href='/people/ruth/']")
    assert "there is nothing to compare it with" in words(first)
    page = soup(client, HISTORY).get_text()
    for secret in ("A dose is wrong", "1234567"):
        assert secret not in page


def test_an_editor_who_withdraws_is_not_called_a_reviewer(client, article, sign_in_as):
    editor = sign_in_as("Editors")
    client.logout()
    withdraw(page_id=article.pk, user=editor, note="Wrong.")
    assert list(facts(events(client)[0])) == ["Editor"]


def test_words_that_changed_are_told_by_their_marks_and_in_words(client, article):
    edit(article, title="When myeloma returns")
    sign(article)
    changes = events(client)[0].select_one(".changes")
    assert words(changes.h3) == "Title"
    assert words(changes.select_one("del")) == "[removed:] comes back [end]"
    assert words(changes.select_one("ins")) == "[added:] returns [end]"


def test_from_the_review_line_to_what_changed_are_two_clicks(client, article):
    edit(article, title="When myeloma returns")
    sign(article)
    sign(article, draft=False)  # reviewed again, nothing to change
    page = soup(client)
    anchor = page.select_one(".review-line a[href='#how-reviewed']")["href"]
    section = page.select_one(f"section:has({anchor})")
    history = section.select_one("a[href$='review-history/']")["href"]
    latest, before, _first = events(client, history)
    assert "Not a word had changed" in words(latest)
    assert before.select_one("details").has_attr("open")


def test_citations_are_told_without_the_editors_marks(client, article, library):
    edit(article, body=[{"type": "text", "value": "<p>The illness is active again.[[ref:a]]</p>"}])
    sign(article)
    told = events(client)[0].get_text()
    assert "active again.[a]" in told.replace("[added:] ", "").replace(" [end]", "")
    assert "[[" not in told


def test_that_changes_were_asked_for_is_told_but_not_which(client, article):
    page = edit(article, title="A draft that nobody should see yet")
    asked = Declaration(note="Say what the dose is.", passages=[{"place": "x", "words": "y", "note": "z-note"}])
    request_changes(page_id=page.pk, shown=digest_of(draft_text(page).page), user=a_reviewer(), declaration=asked)
    assert "A reviewer asked for changes" in words(events(client)[0].h2)
    page = soup(client, HISTORY).get_text()
    for secret in ("Say what the dose is", "z-note", "nobody should see"):
        assert secret not in page


def test_declining_is_no_decision_on_the_text(client, article):
    page = edit(article, title="Another")
    declared = Declaration(interests="I own the company.")
    decline(page_id=page.pk, shown=digest_of(draft_text(page).page), user=a_reviewer("paula"), declaration=declared)
    assert len(events(client)) == 1
    assert "I own the company" not in client.get(HISTORY).content.decode()
    assert len(client.get(f"{ARTICLE}review.json").json()["decisions"]) == 1


def test_words_that_are_approved_for_a_later_day_stay_out_until_then(client, article):
    page = again(article)
    page.title, page.go_live_at = "Embargoed", timezone.now() + timedelta(days=3)
    page.save_revision()
    decision = sign(page)
    assert again(article).title != "Embargoed"
    assert "Embargoed" not in client.get(HISTORY).content.decode()
    assert decision.digest not in client.get(f"{ARTICLE}review.json").content.decode()
    assert len(events(client)) == 1
    revision = again(article).get_latest_revision()
    ArticlePage.objects.filter(pk=article.pk).update(go_live_at=None)
    page = revision.as_object()
    page.go_live_at = None
    page.save_revision().publish()
    assert "Embargoed" in client.get(HISTORY).content.decode()
    assert len(events(client)) == 2


def test_names_of_recommended_drafts_are_not_told(client, article, topic):
    draft = topic.add_child(instance=ArticlePage(title="A secret draft", slug="draft", live=False))
    related = {"type": "related", "value": {"title": "See also", "articles": [draft.pk]}}
    edit(article, body=[*again(article).body.raw_data, related])
    sign(article)
    assert "See also" in events(client)[0].get_text()
    assert "secret" not in events(client)[0].get_text()


def test_only_the_approval_of_the_words_that_stand_there_is_marked_as_current(client, article):
    edit(article, title="When myeloma returns")
    sign(article)
    second, first = events(client)
    assert second.select(".review-event-current")
    assert not first.select(".review-event-current")
    write(article, title="When myeloma returnS")
    assert not soup(client, HISTORY).select(".review-event-current")
    assert "No approval covers the article as it stands now." in soup(client, HISTORY).get_text()


def test_going_back_to_words_that_were_approved_makes_their_latest_approval_current(client, article):
    edit(article, title="When myeloma returns")
    sign(article)
    write(article, title="When myeloma comes back")
    second, first = events(client)
    assert first.select(".review-event-current")
    assert not second.select(".review-event-current")


def test_history_outlives_account_credential_and_revisions(client, article, ruth):
    edit(article, title="When myeloma returns")
    sign(article)
    a_reviewer().delete()
    again(article).revisions.all().delete()
    assert [facts(event)["Medical reviewer"] for event in events(client)] == ["Ruth Adler", "Ruth Adler"]
    assert events(client)[0].select("ins")


def test_a_draft_has_no_history(client, article):
    again(article).unpublish()
    for address in (HISTORY, f"{ARTICLE}review.json"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("part", ["review-history/", "review.json"])
def test_who_may_not_open_the_article_may_not_open_its_history(client, article, topic, sign_in_as, part):
    PageViewRestriction.objects.create(page=topic, restriction_type="login")
    refused = client.get(f"{ARTICLE}{part}")
    assert refused.status_code == 302
    assert "Ruth" not in refused.content.decode()
    sign_in_as("Editors")
    assert client.get(f"{ARTICLE}{part}").status_code == 200


def test_a_page_may_have_the_name_of_a_part(client, article, community):
    page = StandardPage(title="How we work", slug="review-history", body="<p>x</p>")
    community.root_page.add_child(instance=page)
    assert "How we work" in client.get("/review-history/").content.decode()
    assert client.get("/multiple-myeloma/review-history/").status_code == 404
    assert client.get("/multiple-myeloma/review.json").status_code == 404
    assert client.get(f"{HISTORY}more/").status_code == 404


def test_history_is_not_for_search_engines_sets_no_cookie_and_takes_no_post(client, article):
    for address in (HISTORY, f"{ARTICLE}review.json"):
        response = client.get(address)
        assert "noindex" in response.get("X-Robots-Tag", "") + response.content.decode()
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert response["Cache-Control"] == "no-cache"
        assert client.post(address).status_code == 405
        assert client.head(address).status_code == 200


def test_history_comes_in_pages_and_asks_no_more_for_more_reviews(
    client, article, django_assert_max_num_queries, django_assert_num_queries
):
    for number in range(2):
        edit(article, summary=f"Summary {number}.")
        sign(article)
    client.get(HISTORY)
    with django_assert_max_num_queries(26) as few:
        client.get(HISTORY)
    for number in range(10):
        edit(article, summary=f"Another summary {number}.")
        sign(article)
    with django_assert_num_queries(len(few)):
        assert len(events(client)) == 10
    assert len(events(client, f"{HISTORY}?page=2")) == 3


def test_reviews_of_another_article_stay_with_it(client, article, sibling):
    sign(sibling, draft=False)
    assert len(events(client)) == 1
    assert [event.kind for event in events_of(again(sibling))] == ["approved", "approved"]
