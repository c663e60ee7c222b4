"""What the database notes, and what it does not."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from comments.models.comment import State
from comments.rules.authoring import withdraw
from portal.models import ContentChange
from portal.page_cache import triggers
from portal.page_cache.following import Following, NotNotedError
from portal.page_cache.jobs import forget_old_changes
from portal.page_cache.tables import PARTLY, PRIVATE, watched
from tests.consenting import a_contact
from tests.conversing import a_comment


def tags():
    """What was noted since the last call."""
    found = list(ContentChange.objects.order_by("pk").values_list("tag", flat=True))
    ContentChange.objects.all().delete()
    return found


def note(tag):
    """A note as a trigger writes it."""
    xact = "pg_current_xact_id()::text::bigint" if connection.vendor == "postgresql" else "0"
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO portal_contentchange (tag, xact) VALUES (%s, {xact})", [tag])


def test_every_name_in_the_lists_is_that_of_a_model():
    names = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    vendor_own = {"wagtailsearch.SQLiteFTSIndexEntry"}
    assert PRIVATE | PARTLY.keys() <= names | vendor_own
    assert not PRIVATE & PARTLY.keys()


@pytest.mark.django_db
def test_every_other_table_is_watched():
    there = set(connection.introspection.table_names())
    assert {each.table for each in watched()} <= there


def test_a_comment_makes_the_pages_of_its_conversation_anew_and_no_other(article):
    comment = a_comment(article)
    assert "*" in tags()  # words of consent were published
    comment = a_comment(article, state=State.PUBLISHED, address="berta@example.org")
    assert set(tags()) == {f"conversation:{comment.conversation_id}"}
    withdraw(comment.pk)
    assert set(tags()) == {f"conversation:{comment.conversation_id}"}


def test_the_first_comment_under_an_article_is_told_by_the_page(article):
    comment = a_comment(article)
    assert f"page:{comment.conversation.page_id}" in tags()


def test_what_no_page_shows_is_not_noted(community):
    a_contact(community)
    tags()
    a_contact(community, "berta@example.org")
    assert tags() == []


def test_installing_twice_does_no_harm(article):
    triggers.install(connection)
    tags()
    article.unpublish()
    assert tags() == ["*"]


def test_pages_know_what_came_before_them_and_not_what_comes_after(article):
    following = Following()
    known = following.look()
    assert following.is_current(frozenset({"page:1"}), known)
    note("page:2")
    following.look()
    assert following.is_current(frozenset({"page:1"}), known)
    assert not following.is_current(frozenset({"page:1", "page:2"}), known)
    note("*")
    following.look()
    assert not following.is_current(frozenset({"page:1"}), known)


def test_a_process_that_slept_too_long_forgets_everything(article, monkeypatch):
    following = Following()
    known = following.look()
    monkeypatch.setattr("portal.page_cache.following.LONGEST_GAP", -1)
    following.look()
    assert not following.is_current(frozenset(), known)


@pytest.mark.django_db
def test_old_notes_are_deleted():
    ContentChange.objects.create(tag="old", made_at=timezone.now() - timedelta(hours=2))
    ContentChange.objects.create(tag="new", made_at=timezone.now())
    forget_old_changes()
    assert not ContentChange.objects.filter(tag="old").exists()
    assert ContentChange.objects.filter(tag="new").exists()


def test_nothing_is_kept_while_changes_are_not_noted(article):
    following = Following()
    known = following.look()
    triggers.remove(connection)
    following._checked_at = float("-inf")
    with pytest.raises(NotNotedError):
        following.look()
    assert not following.is_current(frozenset(), known)
    triggers.install(connection)
    assert following.look() > known
