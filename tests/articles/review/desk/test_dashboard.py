"""What the desk adds to the dashboard."""

from django.urls import reverse

from articles.models import ArticlePage
from tests.articles.review.desk.conftest import hand_in, sign_before


def dashboard(client):
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_counts_lead_to_the_lists_that_they_count(client, reviewer, changed, draft):
    sign_before(draft("Late"), days=400, due_in=-3)
    client.force_login(reviewer)
    page = dashboard(client)
    assert f'<a href="{reverse("review_desk")}">1 Draft waits for review</a>' in page
    assert "1 Overdue review</a>" in page
    assert reverse("review_desk_list", kwargs={"name": "overdue"}) in page
    assert "0 Reviews due soon</a>" in page
    assert "0 Articles changed since review</a>" in page
    assert "retracted source" not in page
    ArticlePage.objects.filter(title="Late").update(summary="Changed past every gate.")
    assert "1 Article changed since review</a>" in dashboard(client)


def test_reviewer_finds_the_queue_and_a_first_step(client, reviewer, changed):
    client.force_login(reviewer)
    page = dashboard(client)
    assert "Waiting for your review" in page
    assert "When myeloma returns" in page
    assert reverse("review", args=[changed.pk]) in page
    assert "Review what waits" in page


def test_own_text_is_not_in_the_reviewers_queue(client, reviewer, changed):
    changed.summary = "Words of the reviewer."
    changed.save_revision(user=reviewer)
    client.force_login(reviewer)
    page = dashboard(client)
    assert "Nothing waits for your review." in page
    assert "0 Drafts wait for review" in page


def test_author_sees_nothing_of_the_desk(client, sign_in_as, changed):
    sign_in_as("Authors")
    page = dashboard(client)
    assert "for review</a>" not in page
    assert "Waiting for your review" not in page


def test_editor_who_reviews_too_approves_nothing_medical_in_the_editor(client, reviewer, editor, changed):
    reviewer.groups.add(*editor.groups.all())
    client.force_login(reviewer)
    assert "Nothing waits for your approval." in dashboard(client)


def test_dashboard_asks_no_more_queries_for_more_articles(
    client, reviewer, draft, editor, django_assert_max_num_queries
):
    for number in range(4):
        sign_before(draft(f"Late {number}"), days=400, due_in=-3)
        hand_in(draft(f"Waits {number}"), editor)
    client.force_login(reviewer)
    dashboard(client)
    with django_assert_max_num_queries(70):
        dashboard(client)
