"""The demonstration's reviews: every state, a history with differences, nothing that nobody could have signed."""

import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.timezone import now
from wagtail.models import Site

from articles.models import ArticlePage, CorrectionReport, CoverageDay, Credential, Reference, ReviewDecision
from articles.review.comparing import compare
from articles.review.contributors import contributors_to, has_contributed
from articles.review.current import current_review, current_reviews
from articles.review.signing import CHECKLIST
from articles.review.status import Standing
from articles.review.submission import waiting_state
from portal.ledger.tables import ledgers
from portal.models import CommunitySettings, User

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).parents[3] / "docs" / "demonstration.md"
STANDINGS = {  # of the articles that readers see, whenever the demonstration is loaded
    "relapsed-refractory-myeloma": Standing.CURRENT,
    "aml-diagnosis": Standing.CURRENT,
    "car-t-cell-therapy": Standing.DUE_SOON,
    "watchful-waiting": Standing.OVERDUE,
    "stem-cell-transplant": Standing.CHANGED,
    "day-clinic-bag": Standing.NEVER,
    "esperar-y-vigilar": Standing.CURRENT,
    "emergency-headache": Standing.CURRENT,
    "headache-diary": Standing.CURRENT,
    "what-a-migraine-is": Standing.DUE_SOON,
    "when-painkillers-cause-headaches": Standing.WITHDRAWN,
}


def article(slug) -> ArticlePage:
    return ArticlePage.objects.get(slug=slug)


def decisions_on(slug):
    return list(ReviewDecision.objects.filter(page_id=article(slug).pk).order_by("number"))


def standings():
    live = ArticlePage.objects.live()
    reviews = current_reviews(live)
    return {page.slug: reviews[page.pk].standing for page in live if page.pk in reviews}


def test_every_state_of_a_review_is_there(demo_site):
    assert standings() == STANDINGS
    assert set(STANDINGS.values()) == set(Standing)


def test_a_story_has_no_review(demo_site):
    for story in ArticlePage.objects.live().filter(kind="story"):
        assert not current_review(story).is_shown
        assert not ReviewDecision.objects.filter(page_id=story.pk).exists()


def test_the_ledgers_are_in_order(demo_site, capsys):
    call_command("verify_ledger")
    assert capsys.readouterr().out.count("all in order") == len(ledgers())


def test_one_article_was_approved_three_times_by_two_people(demo_site):
    decisions = decisions_on("relapsed-refractory-myeloma")
    assert [decision.outcome for decision in decisions] == ["approved"] * 3
    assert [decision.reviewer_name for decision in decisions] == ["Oskar Brandvold", *["Miriam Halvorsen"] * 2]
    assert [decision.reviewed_on.month for decision in decisions] == [2, 6, 9]
    for before, after in pairwise(decisions):
        assert len(compare(before.snapshot, after.snapshot)) >= 3


def test_every_approval_is_one_that_could_have_been_signed(demo_site):
    for decision in ReviewDecision.objects.filter(outcome=ReviewDecision.Outcome.APPROVED):
        reviewer = User.objects.get(pk=decision.reviewer_id)
        page = ArticlePage.objects.get(pk=decision.page_id)
        assert Credential.objects.valid_on(decision.reviewed_on).filter(user=reviewer).exists()
        assert not has_contributed(reviewer, contributors_to(page)), page.slug
        assert decision.declared_interests
        assert all(decision.checklist[name] for name in CHECKLIST)
        assert decision.role == "reviewer"
        assert decision.board_name
        assert decision.person_id


def test_each_version_was_reviewed_on_the_day_on_which_readers_got_it(demo_site):
    for page in ArticlePage.objects.live().filter(pk__in=ReviewDecision.objects.values("page_id")):
        approvals = [made for made in decisions_on(page.slug) if made.is_approval]
        assert page.first_published_at.date() == approvals[0].reviewed_on, page.slug
        assert page.last_published_at.date() == approvals[-1].reviewed_on, page.slug


def test_nothing_was_decided_in_the_future(demo_site):
    today = now().date()
    assert not ReviewDecision.objects.filter(reviewed_on__gt=today).exists()
    assert not CorrectionReport.objects.filter(reported_at__gt=now()).exists()


def test_a_credential_has_expired_and_two_are_valid(demo_site):
    today = now().date()
    assert Credential.objects.get(user__username="former-reviewer").valid_until < today
    valid = Credential.objects.valid_on(today).values_list("user__username", flat=True)
    assert set(valid) == {"reviewer", "second-reviewer"}


def test_an_article_changed_because_a_source_was_corrected(demo_site):
    page = article("stem-cell-transplant")
    review = current_review(page)
    before = ReviewDecision.objects.get(pk=review.before.pk)
    assert '"title":"Stem Cell Transplant"' in before.snapshot
    assert Reference.objects.get(key="acs-stem-cell-transplant").title == "Stem Cell Transplant for Cancer"


def test_an_approval_was_taken_back_with_a_reason(demo_site):
    *_approvals, withdrawal = decisions_on("when-painkillers-cause-headaches")
    assert withdrawal.outcome == "withdrawn"
    assert withdrawal.note


def test_two_drafts_wait_for_a_reviewer_and_one_of_them_is_new(demo_site):
    for slug, is_live in (("aml-diagnosis", True), ("tired-during-treatment", False)):
        page = article(slug)
        assert page.live is is_live
        assert waiting_state(page)
        assert not current_review(page.get_latest_revision_as_object()).is_shown
        assert "author" in {contributor.username for contributor in contributors_to(page)}


def test_changes_were_asked_for_in_passages_that_the_draft_holds(demo_site):
    page = article("what-a-migraine-is")
    changes = decisions_on(page.slug)[-1]
    assert changes.outcome == "changes"
    assert page.current_workflow_state.status == "needs_changes"
    text = page.get_latest_revision_as_object().plain_text()
    assert len(changes.passages) == 2
    for passage in changes.passages:
        assert passage["words"] in text
        assert passage["note"]


def test_a_reviewer_declined_and_the_draft_waits_for_somebody_else(demo_site):
    page = article("emergency-headache")
    declined = decisions_on(page.slug)[-1]
    assert declined.outcome == "declined"
    assert declined.declared_interests
    assert waiting_state(page)
    assert current_review(page).is_shown


def test_the_retracted_source_is_plainly_made_up_and_no_other_is_called_so(demo_site):
    (retracted,) = Reference.objects.exclude(status=Reference.Status.CURRENT)
    assert retracted.status == Reference.Status.RETRACTED
    assert "made-up" in retracted.title
    assert "fictional" in retracted.source
    assert retracted.link == ""
    text = article("headache-diary").plain_text()
    assert "a study that never was" in text


def test_one_report_of_an_error_is_open_and_others_are_handled(demo_site):
    reports = CorrectionReport.objects.all()
    assert sorted(report.outcome for report in reports) == ["open", "unfounded", "wording"]
    for report in reports:
        snapshot = ReviewDecision.objects.filter(page_id=report.article_id, digest=report.digest).first().snapshot
        assert report.passage in snapshot
        assert report.is_open or (report.handled_by and report.handled_at > report.reported_at and report.reason)


def test_a_correction_came_to_readers_with_the_next_version(demo_site):
    report = CorrectionReport.objects.get(outcome="wording")
    assert report.public_note
    before, after = decisions_on("relapsed-refractory-myeloma")[1:]
    assert report.digest == before.digest
    assert report.passage not in after.snapshot


def test_one_community_shows_the_board_and_the_other_the_person(demo_site):
    bylines = {row.site.hostname: row.review_byline for row in CommunitySettings.objects.select_related("site")}
    assert bylines == {"127.0.0.1": "board", "migraine.localhost": "person"}


def test_the_docs_name_every_article_that_has_a_review_or_needs_none(demo_site):
    table = DOCS.read_text().split("## What it shows of medical review")[1].split("##")[0]
    named = set(re.findall(r"\*([^*]+)\*", "".join(row.split("|")[1] for row in table.splitlines() if "|" in row)))
    english = ArticlePage.objects.live().filter(locale__language_code="en")
    assert named == {*english.values_list("title", flat=True), "Tired during treatment"}


def test_the_counts_over_time_end_with_what_is_there(demo_site):
    for site in Site.objects.all():
        days = list(CoverageDay.objects.filter(site=site).order_by("day"))
        assert [day.day for day in days] == [days[0].day + timedelta(days=number) for number in range(len(days))]
        assert 200 < len(days) <= 365
        pages = [page for page in ArticlePage.objects.live().descendant_of(site.root_page) if not page.is_story]
        standings = [review.standing for review in current_reviews(pages).values()]
        newest = days[-1]
        assert newest.current == standings.count(Standing.CURRENT)
        assert newest.due_soon == standings.count(Standing.DUE_SOON)
        assert newest.overdue == standings.count(Standing.OVERDUE)
        assert newest.changed == standings.count(Standing.CHANGED) + standings.count(Standing.WITHDRAWN)
        assert newest.unreviewed == standings.count(Standing.NEVER)
        assert days[0].total < newest.total
