"""The same text again: by the same person, by others, changed a little; and what may be said twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment
from comments.models.comment import State
from comments.rules.authoring import withdraw
from comments.rules.entering import about
from comments.screening.detector import About
from comments.screening.repeats import Repeats
from comments.screening.running import screen
from comments.screening.text import Text
from tests.comments.screening.defective import Querying, dotted
from tests.conversing import a_comment, an_unconfirmed_comment

LONG = "When my relapse came I wrote down every question before the visit, and my daughter came along to listen."
SHORT = "Thank you so much, that helped me a lot today!"


def reasons(comment, typed, **changes):
    known = about(comment)
    values = {"language": "en", "site_id": known.site_id, "commenter_id": known.commenter_id} | changes
    return [each.reason for each in Repeats().find(Text(typed), About(**values))]


def test_the_same_text_by_the_same_person_is_found_whole(article):
    comment = a_comment(article, text=LONG)
    (found,) = Repeats().find(Text(LONG), About("en", about(comment).site_id, commenter_id=comment.commenter_id))
    assert (found.start, found.end) == (0, len(LONG))
    assert found.reason == f"The same text was sent before by the same person: comment {comment.pk}"


def test_the_same_text_by_somebody_who_is_not_known_yet_is_found(article):
    comment = an_unconfirmed_comment(article, text=LONG)
    assert reasons(comment, LONG, commenter_id=None) == [
        f"The same text was sent before by somebody: comment {comment.pk}"
    ]


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        (LONG.upper(), "The same text"),
        (LONG.replace("e", "е"), "The same text"),  # a Cyrillic letter
        (LONG.replace("relapse", "rel\u200bapse"), "The same text"),
        (LONG + " Yes.", "Nearly the same text"),
        (LONG.replace("daughter", "daughter."), "The same text"),
    ],
)
def test_small_changes_hide_nothing(article, typed, beginning):
    comment = a_comment(article, text=LONG)
    assert [reason.startswith(beginning) for reason in reasons(comment, typed)] == [True]


@pytest.mark.parametrize(
    "typed",
    [
        "When my relapse came I was alone, and nobody had told me which questions could be asked in such a visit.",
        f"You wrote: {LONG} I wish I had done the same, because at my own first visit I forgot half of my questions.",
        "Hello.",
    ],
)
def test_other_words_are_no_repeat(article, typed):
    assert reasons(a_comment(article, text=LONG), typed) == []


def test_short_thanks_are_a_repeat_only_by_the_same_person(article):
    comment = a_comment(article, text=SHORT)
    assert reasons(comment, SHORT, commenter_id=None) == []
    assert len(reasons(comment, SHORT)) == 1


def test_a_comment_is_no_repeat_of_itself_and_a_withdrawn_one_may_be_written_again(article):
    comment = a_comment(article, text=LONG)
    assert reasons(comment, LONG, comment_id=comment.pk) == []
    withdraw(comment.pk)
    assert reasons(comment, LONG) == []


def test_what_was_said_long_ago_or_in_another_community_is_no_repeat(article):
    comment = a_comment(article, text=LONG)
    assert reasons(comment, LONG, site_id=about(comment).site_id + 1) == []
    Comment.objects.update(submit_date=timezone.now() - timedelta(days=31))
    assert reasons(comment, LONG) == []


def test_one_query_is_made_and_none_for_a_short_text(article, django_assert_num_queries):
    comment = a_comment(article, text=LONG)
    known = About("en", about(comment).site_id)
    with django_assert_num_queries(1):
        assert list(Repeats().find(Text(LONG), known))
    with django_assert_num_queries(0):
        assert list(Repeats().find(Text("Hello."), known)) == []


def test_a_comment_posted_twice_has_the_finding(article):
    a_comment(article, text=LONG)
    again = a_comment(article, text=LONG)
    assert again.state == State.PENDING
    assert "repeat" in set(again.findings.values_list("category", flat=True))


def test_a_detector_whose_query_fails_costs_neither_the_comment_nor_what_others_find(article, settings):
    a_comment(article, text=LONG)
    settings.COMMENT_DETECTORS = [dotted(Querying), "comments.screening.repeats.Repeats"]
    again = a_comment(article, text=LONG)
    assert again.state == State.PENDING
    assert set(again.findings.values_list("category", flat=True)) == {"failure", "repeat"}


def test_three_hundred_long_comments_are_compared_in_bounded_time(article, monkeypatch):
    texts = [(number, None, f"{number} " + "many different words are here " * 160) for number in range(300)]
    monkeypatch.setattr("comments.screening.repeats._earlier", lambda about, length: texts)
    found = screen("other words that nobody wrote before " * 130, About("en", 1))
    assert [each for each in found if each.category == "failure"] == []
