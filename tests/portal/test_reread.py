"""A page is shown again while all that it was made of reads the same, and made anew with the first row that differs."""

import time

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from articles.models import ArticlePage, Reference
from comments.models.comment import State
from comments.rules.deciding import decide
from portal import reread, serving
from portal.models import CommunitySettings
from portal.page_cache import serving as keeping
from portal.page_cache.marking import mark_of
from portal.page_cache.store import Store
from portal.reread import noted
from tests.conversing import Action, a_comment, a_moderator, seen
from tests.reviewing import add_live

pytestmark = pytest.mark.django_db
PATH = "/multiple-myeloma/relapse/"


@pytest.fixture
def made(settings, monkeypatch):
    """``made()``: how many pages were made so far, and not shown again."""
    settings.MADE_PAGES_BYTES = 1_000_000
    monkeypatch.setattr(serving, "_pages", Store(10_000_000))
    times = []
    make = serving._made
    monkeypatch.setattr(serving, "_made", lambda *args: times.append(args) or make(*args))
    return lambda: len(times)


def html(client, path=PATH, **headers):
    response = client.get(path, **headers)
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_is_made_once_and_shown_again_word_for_word(client, article, made):
    first, second, third = html(client), html(client), html(client)
    assert first == second == third
    assert made() == 1
    first, second = ({n: v for n, v in client.get(PATH).items() if n != "X-Request-ID"} for _ in range(2))
    assert first == second
    assert html(client, "/") != first
    assert made() == 2


@pytest.mark.parametrize("name", ["messages", "__Host-messages"])
def test_whoever_may_have_a_message_gets_a_page_of_their_own(client, article, made, settings, name):
    settings.MESSAGES_COOKIE_NAME = name
    html(client)
    client.cookies[name] = "signed"
    html(client)
    html(client)
    assert made() == 3


def test_whoever_keeps_pages_is_told_the_same_of_one_that_is_shown_again(client, article, made):
    first, second = (mark_of(client.get(PATH, headers={"Host": "testserver"}).wsgi_request) for _ in range(2))
    assert made() == 1
    assert (first.may_be_kept, first.origin) == (True, "http://testserver")
    assert first == second


def change_title(article):
    Page.objects.filter(pk=article.pk).update(title="Renamed behind everybody's back")


def change_community(article):
    CommunitySettings.objects.update(publisher_name="Another publisher")


def add_comment(article):
    a_comment(article, state=State.PUBLISHED, name="Berta")


def restrict(article):
    PageViewRestriction.objects.create(page=article, restriction_type="login")


@pytest.mark.parametrize("change", [change_title, change_community, add_comment])
def test_whatever_changes_on_it_shows_with_the_next_request(client, article, made, change):
    before = html(client)
    change(article)
    assert html(client) != before
    assert made() == 2


def test_what_is_taken_down_is_gone_with_the_next_request(client, article, made):
    comment = a_comment(article, state=State.PUBLISHED, name="Berta", text="Words that will go.")
    assert "Words that will go." in html(client)
    decide(comment.pk, Action.REMOVE, by=a_moderator(), seen=seen(comment), rule_code="kind")
    assert "Words that will go." not in html(client)
    article.unpublish()
    assert client.get(PATH).status_code == 404
    assert client.get(PATH).status_code == 404


def test_a_page_that_is_no_longer_for_everybody_is_not_shown_again(client, article, made):
    html(client)
    restrict(article)
    assert client.get(PATH).status_code == 302


def test_a_retraction_shows_at_once_and_takes_no_new_making_elsewhere(client, topic, made):
    source = Reference.objects.create(key="moreau-2021", title="A study")
    text = [{"type": "text", "value": "<p>It was found [[ref:moreau-2021]].</p>"}]
    add_live(topic, ArticlePage(title="Cites", slug="cites", body=text))
    assert "Retracted" not in html(client, "/multiple-myeloma/cites/")
    Reference.objects.filter(pk=source.pk).update(status=Reference.Status.RETRACTED)
    assert "Retracted" in html(client, "/multiple-myeloma/cites/")


def test_a_picture_whose_file_is_another_takes_the_review_away(client, topic, picture, made):
    figure = {"type": "figure", "value": {"image": {"image": picture.pk, "alt_text": "Six", "decorative": False}}}
    add_live(topic, ArticlePage(title="Pictures", slug="pictures", body=[figure]))
    path = "/multiple-myeloma/pictures/"
    html(client, path)
    assert "Reviewed by:" in html(client, path)
    name = picture.file.name
    with picture.file.storage.open(name) as file:
        content = file.read()
    picture.file.storage.delete(name)
    picture.file.storage.save(name, ContentFile(content + b"\0"))
    assert "Reviewed by:" not in html(client, path)


def test_each_community_host_and_scheme_has_its_own(client, article, made):
    html(client)
    html(client, HTTP_HOST="testserver:8000")
    html(client, **{"wsgi.url_scheme": "https"})
    assert made() == 3


def test_whoever_is_signed_in_asks_or_sends_something_gets_a_page_of_their_own(client, article, made, sign_in_as):
    html(client)
    html(client, f"{PATH}?x=1")
    html(client, f"{PATH}?x=1")
    sign_in_as("Editors")
    html(client)
    assert made() == 4


def test_what_time_changes_shows_after_a_while(client, article, made, monkeypatch):
    html(client)
    now = time.monotonic()
    monkeypatch.setattr(reread.time, "monotonic", lambda: now + reread.LIFETIME + 1)
    html(client)
    assert made() == 2


def test_a_page_of_the_process_and_one_read_again_last_five_minutes_in_all():
    assert keeping.LIFETIME + reread.LIFETIME <= 300


def test_what_writes_or_is_watched_is_not_remembered(article):
    with noted() as notes:
        Page.objects.filter(pk=article.pk).update(title="Renamed")
    assert not notes.is_complete
    with CaptureQueriesContext(connection), noted() as notes:
        Page.objects.get(pk=article.pk)
    assert not notes.is_complete


def test_rows_are_compared_one_by_one(article, topic):
    with noted() as notes:
        assert Page.objects.filter(title__startswith="When").exists()
        list(Page.objects.order_by("pk"))
    assert len(notes.queries) == 2
    assert notes.reads_the_same()
    Page.objects.filter(pk=topic.pk).update(slug="other")
    assert not notes.reads_the_same()


def test_the_rows_that_were_read_count_into_the_size_of_a_page(article):
    Page.objects.filter(pk=article.pk).update(search_description="x" * 50_000)
    with noted() as notes:
        list(Page.objects.all())
    assert 50_000 < notes.size < 100_000
    assert serving.MadePage(notes, b"html", {}, mark=None).size == notes.size + 4
