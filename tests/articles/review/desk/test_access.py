"""Who gets to the desk and to the review of an article, and what the others are told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.menu import admin_menu

from portal.models import User
from tests.articles.review.desk.filling import screen
from tests.reviewing import a_reviewer

YESTERDAY = timedelta(days=1)


def sees_menu_item(client):
    response = client.get(reverse("wagtailadmin_home"))
    return "reviews" in [item.name for item in admin_menu.menu_items_for_request(response.wsgi_request)]


def opens(client, url):
    return client.get(url).status_code == 200


@pytest.mark.parametrize(
    ("role", "allowed"), [("Authors", False), ("Editors", True), ("Medical reviewers", False), ("Moderators", False)]
)
def test_desk_is_open_to_editors_and_not_by_a_group_alone(client, sign_in_as, article, role, allowed):
    sign_in_as(role)
    assert opens(client, reverse("review_desk")) is allowed
    assert sees_menu_item(client) is allowed


def test_valid_credential_opens_the_desk(client, reviewer, article):
    client.force_login(reviewer)
    assert opens(client, reverse("review_desk"))
    assert sees_menu_item(client)


def test_expired_credential_closes_it_with_the_reason(client, article):
    client.force_login(a_reviewer("old", valid_until=timezone.localdate() - YESTERDAY))
    response = client.get(reverse("review_desk"), follow=True)
    assert "The desk is open to reviewers with a credential that is valid today" in response.content.decode()
    assert not sees_menu_item(client)


def test_expired_reviewer_reads_the_review_and_is_told_why_there_is_no_form(client, changed):
    client.force_login(a_reviewer("old", valid_until=timezone.localdate() - YESTERDAY))
    html = screen(client, changed)
    assert "You have no credential that is valid today." in html
    assert "action-approve" not in html


def test_reviewer_gets_the_form(client, reviewer, changed):
    client.force_login(reviewer)
    assert "action-approve" in screen(client, changed)


def test_superuser_without_a_credential_is_asked_like_everybody(client, changed):
    client.force_login(User.objects.create_superuser("admin", password="not-used"))
    html = screen(client, changed)
    assert "You have no credential that is valid today." in html
    assert "action-approve" not in html


def test_author_reads_what_was_decided_on_an_own_article_and_not_on_others(client, changed, draft, sign_in_as):
    author = sign_in_as("Authors")
    assert not opens(client, reverse("review", args=[changed.pk]))
    own = draft("My own")
    own.owner = author
    own.save_revision(user=author)
    type(own).objects.filter(pk=own.pk).update(owner=author)
    assert opens(client, reverse("review", args=[own.pk]))


def test_text_in_the_frame_is_for_the_same_people(client, changed, reviewer, sign_in_as):
    url = reverse("review_text", args=[changed.pk])
    sign_in_as("Moderators")
    assert client.get(url).status_code == 302
    client.force_login(reviewer)
    assert client.get(url).status_code == 200


def test_nobody_reads_reviews_without_signing_in(client, changed):
    for name in ("review", "review_text", "review_withdraw"):
        assert "/login/" in client.get(reverse(name, args=[changed.pk])).url


def test_page_that_is_no_article_has_no_review(client, reviewer, topic):
    client.force_login(reviewer)
    assert client.get(reverse("review", args=[topic.pk])).status_code == 404
