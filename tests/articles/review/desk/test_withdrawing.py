"""An approval is taken back with a reason, by reviewers and by those who publish."""

import pytest
from django.urls import reverse

from articles.models import ReviewDecision
from articles.review.current import current_review
from articles.review.status import Standing
from tests.articles.review.desk.conftest import reload
from tests.articles.review.desk.filling import screen
from tests.reviewing import sign


def url(page, **query):
    return reverse("review_withdraw", args=[page.pk], query=query or None)


def test_withdrawal_takes_the_line_down_and_keeps_the_reason(client, reviewer, article):
    client.force_login(reviewer)
    assert "Ruth Adler approved “When myeloma comes back” on" in client.get(url(article)).content.decode()
    response = client.post(url(article), {"note": "A new warning was published."})
    assert response.url == reverse("review", args=[article.pk])
    assert current_review(reload(article)).standing is Standing.WITHDRAWN
    decision = ReviewDecision.objects.last()
    assert (decision.outcome, decision.note) == ("withdrawn", "A new warning was published.")
    assert reload(article).live


def test_withdrawal_needs_a_reason(client, reviewer, article):
    client.force_login(reviewer)
    assert "This field is required." in client.post(url(article), {"note": " "}).content.decode()
    assert current_review(reload(article)).is_shown


@pytest.mark.parametrize(
    ("role", "allowed"), [("Authors", False), ("Editors", True), ("Medical reviewers", False), ("Moderators", False)]
)
def test_withdrawal_is_for_those_who_publish(client, sign_in_as, article, role, allowed):
    sign_in_as(role)
    client.post(url(article), {"note": "Wrong."})
    assert current_review(reload(article)).is_shown is not allowed


def test_asking_withdraws_nothing(client, reviewer, article):
    client.force_login(reviewer)
    client.get(url(article))
    assert current_review(reload(article)).is_shown


def test_review_screen_leads_to_it_for_those_who_may(client, reviewer, article, sign_in_as):
    link = f'href="{url(article)}?digest='
    client.force_login(reviewer)
    assert link in screen(client, article)
    sign_in_as("Medical reviewers")
    assert link not in screen(client, article)


def test_what_was_withdrawn_cant_be_withdrawn_again(client, reviewer, article):
    client.force_login(reviewer)
    client.post(url(article), {"note": "Wrong."})
    assert "There is no approval to withdraw" in client.get(url(article)).content.decode()
    assert "Withdraw this approval" not in screen(client, article)
    client.post(url(article), {"note": "Wrong."})
    assert ReviewDecision.objects.filter(outcome="withdrawn").count() == 1


def test_approval_of_an_earlier_text_can_be_withdrawn_alone(client, reviewer, article):
    earlier = ReviewDecision.objects.last()
    article.title = "Another title"
    article.save_revision()
    sign(article)
    client.force_login(reviewer)
    client.post(url(article, digest=earlier.digest), {"note": "Was never right."})
    assert current_review(reload(article)).is_shown
    assert ReviewDecision.objects.last().digest == earlier.digest
