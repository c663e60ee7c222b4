"""An issue holds what is new on the topic, open to all, and nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from articles.models import ArticlePage, TopicPage
from articles.review.signing import withdraw
from consent.models import NewsletterIssue
from consent.newsletter.composing import ComposingRefusedError, change, compose
from consent.newsletter.sources import entries_of, register_source
from tests.consenting import a_purpose
from tests.reviewing import a_reviewer, sign, today


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def titles(issue, language="en"):
    return [entry.title for entry in entries_of(issue.articles, issue.purpose.site, language)]


def test_issue_holds_what_was_published_reviewed_or_changed_since_the_last(purpose, write_article):
    old, changed, reviewed = write_article("Old"), write_article("Changed"), write_article("Reviewed")
    write_article("New")
    Page.objects.all().update(first_published_at=days_ago(90), last_published_at=days_ago(90))
    Page.objects.filter(title="New").update(first_published_at=days_ago(3), last_published_at=days_ago(3))
    Page.objects.filter(pk=changed.pk).update(last_published_at=days_ago(2))
    issue = NewsletterIssue.objects.create(
        purpose=purpose, state="sent", since=days_ago(60), until=timezone.now(), started_at=days_ago(40)
    )
    sign(reviewed, draft=False)
    made = compose(purpose)
    assert made is not None
    assert made.since == issue.until
    assert titles(made) == ["Reviewed"]
    made.delete()
    issue.delete()
    # Without an issue before, a month counts: every article was approved in it by this test.
    assert set(titles(compose(purpose))) == {"New", "Changed", "Reviewed", "Old"}
    assert old.live


def test_nothing_new_makes_no_issue(purpose):
    assert compose(purpose) is None
    assert not NewsletterIssue.objects.exists()


def test_another_topic_and_a_restricted_page_and_a_draft_are_no_news(purpose, community, write_article):
    elsewhere = community.root_page.add_child(instance=TopicPage(title="Migraine", slug="migraine"))
    write_article("On another topic", parent=elsewhere)
    hidden = write_article("Only for members")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    write_article("Taken offline").unpublish()
    shown = write_article("For everybody")
    assert compose(purpose).articles == [shown.pk]


def test_newsletter_without_topic_is_on_the_whole_community(community, topic, write_article):
    elsewhere = community.root_page.add_child(instance=TopicPage(title="Migraine", slug="migraine"))
    first, second = write_article("On myeloma"), write_article("On migraine", parent=elsewhere)
    assert compose(a_purpose(community, "everything")).articles == [second.pk, first.pk]


def test_issue_holds_the_articles_of_each_language_that_has_words(purpose, topic, write_article):
    article = write_article("When myeloma comes back")
    spanish = Locale.objects.create(language_code="es")
    topic.copy_for_translation(spanish, copy_parents=True).get_latest_revision().publish()
    translated = article.copy_for_translation(spanish)
    translated.title = "Cuando vuelve el mieloma"
    translated.save_revision()
    sign(translated)
    assert titles(compose(purpose)) == ["When myeloma comes back"]
    NewsletterIssue.objects.all().delete()
    purpose.words = [*purpose.words.all(), purpose.words.model(language="es", label="Artículos nuevos")]
    purpose.save()
    issue = compose(purpose)
    assert titles(issue, "en") == ["When myeloma comes back"]
    assert titles(issue, "es") == ["Cuando vuelve el mieloma"]


def test_two_issues_are_never_in_the_making_at_once(purpose, write_article):
    write_article("New")
    compose(purpose)
    with pytest.raises(ComposingRefusedError, match="being made already"):
        compose(purpose)


def test_editor_puts_articles_in_order_and_takes_one_out_but_adds_none(purpose, write_article):
    first, second, third = write_article("One"), write_article("Two"), write_article("Three")
    issue = compose(purpose)
    issue = change(issue, introductions={"en": " Dear all ", "es": " "}, articles=[first.pk, third.pk])
    assert titles(issue) == ["One", "Three"]
    assert issue.introductions == {"en": "Dear all"}
    with pytest.raises(ComposingRefusedError):
        change(issue, introductions={}, articles=[second.pk])
    NewsletterIssue.objects.update(state="sending")
    with pytest.raises(ComposingRefusedError, match="on its way"):
        change(issue, introductions={}, articles=[first.pk])


def test_line_says_who_reviewed_and_the_name_goes_with_the_review(purpose, write_article, community):
    article = write_article("When myeloma comes back")
    story = write_article("My first year", kind="story")
    lines = {entry.page_id: entry.line for entry in entries_of([article.pk, story.pk], community, "en")}
    day = today().strftime("%-d %B %Y")
    assert lines[article.pk] == f"Medically reviewed on {day} by Ruth Adler, Consultant haematologist"
    assert lines[story.pk] == "Personal story"
    # The text of the live row changed past the review: the name goes, whatever was approved before.
    ArticlePage.objects.filter(pk=article.pk).update(summary="Another summary.")
    assert [entry.line for entry in entries_of([article.pk], community, "en")] == ["Changed since its last review"]
    ArticlePage.objects.filter(pk=article.pk).update(summary=article.summary)
    withdraw(page_id=article.pk, user=a_reviewer(), note="The dose is wrong.")
    assert entries_of([article.pk], community, "en") == []


def test_line_names_the_board_where_the_community_prefers_it_and_says_what_is_overdue(write_article, community):
    article = write_article("When myeloma comes back")
    settings = type(community.communitysettings).for_site(community)
    settings.review_byline = "board"
    settings.save()
    sign(article, draft=False, due_on=today() + timedelta(days=1))
    later = timezone.now() + timedelta(days=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        [entry] = entries_of([article.pk], community, "en")
    assert " by Haematology Review Board. The next review was due on " in entry.line


def test_issue_of_many_articles_takes_few_queries(purpose, write_article, community, django_assert_max_num_queries):
    ids = [write_article(f"Article {number}").pk for number in range(12)]
    with django_assert_max_num_queries(22):
        assert len(compose(purpose).articles) == 12
    with django_assert_max_num_queries(9):
        assert len(entries_of(ids, community, "en")) == 12


def test_sources_have_different_names():
    with pytest.raises(ValueError, match="Two sources"):
        register_source("articles", lambda *_: [], lambda *_: [])


def test_approval_that_is_withdrawn_or_overdue_makes_no_news(purpose, write_article, monkeypatch):
    withdrawn, overdue = write_article("Withdrawn"), write_article("Overdue")
    Page.objects.all().update(first_published_at=days_ago(90), last_published_at=days_ago(90))
    assert compose(purpose).articles == [overdue.pk, withdrawn.pk]
    NewsletterIssue.objects.all().delete()
    withdraw(page_id=withdrawn.pk, user=a_reviewer(), note="The dose is wrong.")
    sign(overdue, draft=False, due_on=today() + timedelta(days=1))
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert compose(purpose) is None
