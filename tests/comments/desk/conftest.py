"""A desk with comments on it."""

import pytest
from django.urls import reverse

from comments.models import Finding, Report
from comments.models.comment import State
from comments.rules.claiming import claim
from tests.conversing import a_comment, a_moderator

JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def mona(client, db):
    """The moderator who is signed in."""
    user = a_moderator()
    client.force_login(user)
    return user


@pytest.fixture
def waiting(article):
    """``waiting(7)``: as many comments that wait, each by somebody else."""

    def make(number, **values):
        return [a_comment(article, address=f"reader{each}@example.org", **values) for each in range(number)]

    return make


def queue(client, **query):
    """The screen as HTML."""
    return client.get(reverse("conversation:queue"), query).content.decode()


def decide_on(client, comment, action, *, as_json=True, **values):
    """Sends the form on a card."""
    fields = {"state": comment.state, "revision": comment.revision, "action": action, **values}
    extra = JSON if as_json else {}
    return client.post(reverse("conversation:decide", args=[comment.pk]), fields, **extra)


def a_report(comment, **values):
    """Somebody reported a comment."""
    given = {"category": "abuse", "words": "This hurts.", "snapshot": comment.comment, **values}
    given.setdefault("reporter", f"r{Report.objects.count()}")
    return Report.objects.create(comment=comment, revision=comment.revision, **given)


def a_finding(comment, start=0, end=4, **values):
    """Something was found in a comment."""
    given = {"detector": "links", "version": 1, "category": "link", "reason": "A link", **values}
    return Finding.objects.create(comment=comment, revision=comment.revision, start=start, end=end, **given)


def a_reported_comment(article, **values):
    """A published comment with an open report."""
    comment = a_comment(article, state=State.PUBLISHED, **values)
    a_report(comment)
    return comment


def take(user, number=5, **values):
    """What a moderator claims."""
    return claim(user, number, **values)
