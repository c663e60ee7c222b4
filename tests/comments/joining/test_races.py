"""One form, sent many times at one moment: one comment, one page that it leads to."""

import pytest
from django.db import connection
from django.test import Client

from comments.models import Comment, CommentLink
from consent.models import OutgoingMail, Request
from tests.comments.joining.walking import FROM_OUR_PAGE, NAME, TEXT, Walk, confirm_path
from tests.conversing import an_unconfirmed_comment
from tests.racing import at_once, failures

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
AT_ONCE = 6


def test_a_form_that_is_sent_many_times_at_once_keeps_one_comment(walk, article):
    for number in range(4):
        walk.to_words(email=f"anna{number}@example.org")
        fields = {**walk.fields, "act": "send", "name": NAME, "text": TEXT}

        def send(fields=fields):
            tab = Walk(Client(headers=FROM_OUR_PAGE, REMOTE_ADDR=f"192.0.2.{number}"), article)  # noqa: B023
            tab.fields = fields
            response = tab.send("send").response
            return response.status_code, response.headers.get("Location")

        answers = at_once(*[send] * AT_ONCE)
        assert not failures(answers)
        statuses = {status for status, _link in answers}
        links = {link for _status, link in answers if link}
        assert len(links) == 1
        assert statuses <= {303, 422}  # beyond five an hour a network is asked to press once more
        assert Comment.objects.count() == number + 1
    assert (Request.objects.count(), CommentLink.objects.count(), OutgoingMail.objects.count()) == (4, 4, 4)


def test_many_presses_of_the_mailed_button_have_one_effect(article):
    comment = an_unconfirmed_comment(article)
    path = confirm_path(comment)

    def press():
        return Client(headers=FROM_OUR_PAGE).post(path, {"act": "confirm"}).headers.get("Location")

    answers = at_once(*[press] * AT_ONCE)
    assert not failures(answers)
    assert len(set(answers)) == 1
    assert "/conversation/status/" in answers[0]
    assert CommentLink.objects.filter(comment=comment).count() == 2
