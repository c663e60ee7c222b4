"""The desk asks the database the same, however much there is."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.desk.screens import url_of
from comments.models import Appeal, Comment
from comments.models.comment import State
from comments.rules.appealing import open_appeal
from comments.rules.authoring import rewrite
from comments.rules.commenters import add_note
from tests.comments.desk.further.conftest import a_case
from tests.comments.desk.further.screens import screens_of
from tests.comments.rules.test_hearing_reports import a_report
from tests.conversing import a_comment, a_moderator, fresh

OWN = 20  # queries of a screen, beside those that Wagtail asks on every one


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_screens_ask_the_same_for_much_as_for_little(client, sign_in_as, desk, article):
    sign_in_as("Lead moderators")
    urls = list(screens_of(desk))
    frame = queries(client, url_of("forget", desk.commenter.pk))
    few = {url: queries(client, url) for url in urls}
    for number in range(6):
        rejected = a_comment(article, state=State.REJECTED, address=f"p{number}@example.org", name=f"P{number}")
        open_appeal(rejected.pk, "Please read it again.")
        reported = a_comment(article, state=State.PUBLISHED, address=f"q{number}@example.org")
        for reporter in range(3):
            a_report(reported, f"r{reporter}")
        a_case(a_comment(article, address=f"z{number}@example.org"))
        rewrite(desk.published.pk, f"Other words, {number}.", revision=fresh(desk.published).revision)
        a_report(desk.published, f"s{number}")
        add_note(desk.commenter.pk, "One more.", by=a_moderator(f"m{number}"))
        a_comment(article, text="One more.")
    Appeal.objects.update(made_at=timezone.now() - timedelta(days=1))
    assert Comment.objects.count() > 25
    many = {url: queries(client, url) for url in urls}
    assert {url: (few[url], many[url]) for url in urls if many[url] > few[url]} == {}
    assert {url: many[url] for url in urls if many[url] > frame + OWN} == {}
