"""Decisions on the screen: each is one request of ten queries at most, is taken on what was seen, and can be undone."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments.models import Comment, Decision, DecisionNote, Report
from comments.models.comment import State
from comments.rules.deciding import decide
from portal.ledger.proof import prove
from portal.models import User
from tests.comments.desk.conftest import (
    JSON,
    a_finding,
    a_report,
    a_reported_comment,
    decide_on,
    queue,
    take,
)
from tests.consenting import ANNA
from tests.conversing import a_comment, a_moderator, an_unconfirmed_comment, fresh, seen

Action = Decision.Action
TEXT = "Write to me at anna@example.net, please."
MOST = 10
WORDS = {"to_author": "Please leave the name out.", "to_colleagues": "Second time."}
ACTIONS = [
    (State.PENDING, "approve", {}, State.PUBLISHED),
    (State.PENDING, "redact", {"span": "15-31"}, State.PUBLISHED),
    (State.PENDING, "reject", {"rule": "kind"}, State.REJECTED),
    (State.PENDING, "reject", {"rule": "kind", **WORDS}, State.REJECTED),
    (State.PENDING, "ask", {"rule": "kind"}, State.CHANGES),
    (State.PENDING, "ask", {"rule": "kind", **WORDS}, State.CHANGES),
    (State.PENDING, "escalate", {"to_colleagues": "Please look."}, State.ESCALATED),
    (State.PENDING, "spam", {}, State.SPAM),
    (State.ESCALATED, "approve", {}, State.PUBLISHED),
    (State.ESCALATED, "release", {}, State.PENDING),
    (State.PUBLISHED, "keep", {}, State.PUBLISHED),
    (State.PUBLISHED, "remove", {"rule": "kind"}, State.REMOVED),
    (State.PUBLISHED, "spam", {}, State.SPAM),
    (State.PUBLISHED, "escalate", {}, State.ESCALATED),
]


def undo(client, number, **extra):
    return client.post(reverse("conversation:undo"), {"decision": number}, **extra)


@pytest.mark.parametrize(("state", "action", "values", "to"), ACTIONS)
def test_each_decision_takes_ten_queries_at_most_and_so_does_undoing_it(
    client, article, mona, state, action, values, to
):
    comment = a_comment(article, state=state, text=TEXT)
    if state == State.PUBLISHED:
        a_report(comment)
    take(mona)
    comment = fresh(comment)
    with CaptureQueriesContext(connection) as captured:
        answer = decide_on(client, comment, action, **values)
    assert answer.status_code == 200, answer.content
    assert len(captured) <= MOST, [query["sql"][:80] for query in captured]
    assert fresh(comment).state == to
    with CaptureQueriesContext(connection) as captured:
        back = undo(client, answer.json()["done"], **JSON)
    assert back.json() == {"said": "Undone", "comment": comment.pk}
    assert len(captured) <= MOST, [query["sql"][:80] for query in captured]
    assert (fresh(comment).state, fresh(comment).comment, fresh(comment).revision) == (state, TEXT, 1)
    assert bool(fresh(comment).html) == (state == State.PUBLISHED)
    assert (fresh(comment).claimed_by, fresh(comment).queued_at) == (mona, comment.queued_at)
    assert not Report.objects.exclude(outcome=Report.Outcome.OPEN).exists()
    assert prove(Decision).fault is None


@pytest.mark.parametrize(("action", "values"), [(row[1], row[2]) for row in ACTIONS if row[0] == State.PENDING])
def test_a_reported_comment_that_was_changed_is_decided_on_in_ten_queries_as_well(
    client, article, mona, action, values
):
    comment = a_comment(article, text=TEXT)
    a_report(comment)
    with CaptureQueriesContext(connection) as captured:
        answer = decide_on(client, comment, action, **values)
    assert answer.status_code == 200
    assert len(captured) <= MOST, [query["sql"][:80] for query in captured]
    with CaptureQueriesContext(connection) as captured:
        undo(client, answer.json()["done"], **JSON)
    assert len(captured) <= MOST, [query["sql"][:80] for query in captured]
    assert fresh(comment).state == State.PENDING


def test_a_decision_answers_at_once(client, article, mona, waiting):
    times = []
    for comment in waiting(5):
        begun = time.process_time()
        assert decide_on(client, comment, "approve").status_code == 200
        times.append(time.process_time() - begun)
    assert sorted(times)[2] < 0.15


def test_who_is_slower_is_told_who_decided_what_and_nothing_happens(client, article, mona):
    comment = a_comment(article)
    max_ = a_moderator("max")
    decide(comment.pk, Action.APPROVE, by=max_, seen=seen(comment))
    for as_json in (True, False):
        answer = decide_on(client, comment, "spam", as_json=as_json)
        assert answer.status_code == 409
        for words in ("Approved", "max"):
            assert words in answer.content.decode()
    assert fresh(comment).state == State.PUBLISHED


def test_a_comment_that_its_author_changed_meanwhile_is_not_decided_on(client, article, mona):
    comment = a_comment(article)
    Comment.objects.filter(pk=comment.pk).update(revision=2)
    assert decide_on(client, comment, "approve").status_code == 409
    assert fresh(comment).state == State.PENDING


def test_a_comment_that_is_gone_is_a_sentence(client, article, mona):
    comment = a_comment(article)
    comment.pk = 2**40
    assert decide_on(client, comment, "approve").status_code == 409


def test_nobody_decides_on_their_own_comment(client, article):
    comment = a_comment(article)
    anna = User.objects.create_superuser("anna", email=ANNA)
    client.force_login(anna)
    page = queue(client, card=comment.pk)
    assert "You wrote this comment yourself" in page
    assert 'value="approve"' not in page
    answer = decide_on(client, comment, "approve")
    assert (answer.status_code, "yourself" in answer.json()["said"]) == (422, True)
    client.force_login(a_moderator())
    assert decide_on(client, comment, "approve").status_code == 200


def test_a_rejection_without_a_rule_keeps_what_was_typed(client, article, mona):
    comment = a_comment(article)
    answer = decide_on(client, comment, "reject", as_json=False, to_author="Please be kinder.")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Choose the rule that it breaks" in page
    assert "Please be kinder.</textarea>" in page
    assert fresh(comment).state == State.PENDING


def test_without_script_the_next_card_comes_with_the_next_page_and_undoing_too(client, article, mona, waiting):
    first, second = waiting(2)
    take(mona)
    answer = decide_on(client, first, "approve", as_json=False)
    page = client.get(answer.url).content.decode()
    assert "Approved: Anna" in page
    assert f'data-card="{first.pk}"' not in page
    assert f'data-card="{second.pk}"' in page
    number = Decision.objects.latest("number").number
    assert f'name="decision" value="{number}"' in page
    answer = undo(client, number)
    assert f'data-card="{first.pk}"' in client.get(answer.url).content.decode()


def test_nobody_undoes_what_somebody_else_decided_or_too_late(client, article, mona):
    comment = a_comment(article)
    other = decide(comment.pk, Action.SPAM, by=a_moderator("max"), seen=seen(comment))
    assert undo(client, other.number, **JSON).status_code == 422
    for nonsense in ("", "x", "9" * 40):
        assert undo(client, nonsense, **JSON).status_code == 422
    assert fresh(comment).state == State.SPAM


def test_words_are_kept_with_the_decision(client, article, mona):
    comment = a_comment(article)
    decide_on(client, comment, "ask", rule="kind", **WORDS)
    note = DecisionNote.objects.get()
    assert (note.to_author, note.to_colleagues) == tuple(WORDS.values())


def test_keeping_settles_reports_and_taking_down_upholds_them(client, article, mona):
    kept, removed = (a_reported_comment(article, address=f"p{each}@example.org") for each in range(2))
    decide_on(client, kept, "keep")
    decide_on(client, removed, "remove", rule="kind")
    assert [report.outcome for report in (kept.reports.get(), removed.reports.get())] == ["refused", "upheld"]
    assert decide_on(client, kept, "keep").status_code == 422, "nothing is open any more"
    assert "data-card=" not in queue(client)


def test_an_unconfirmed_comment_is_seen_but_never_approved(client, article, mona, settings):
    settings.COMMENT_DETECTORS = ["tests.comments.test_flow.Alarming"]
    comment = an_unconfirmed_comment(article)
    take(mona)
    page = queue(client)
    assert f'data-card="{comment.pk}"' in page
    assert 'value="approve"' not in page
    assert decide_on(client, comment, "approve").status_code == 422
    client.post(reverse("conversation:open_crisis", args=[comment.pk]))
    assert comment.crisis.__class__.objects.get().seen_by == mona


def test_a_get_decides_nothing(client, article, mona):
    comment = a_comment(article)
    for name in ("decide", "skip", "open_crisis"):
        assert client.get(reverse(f"conversation:{name}", args=[comment.pk])).status_code == 405
    for name in ("claim", "release", "undo"):
        assert client.get(reverse(f"conversation:{name}")).status_code == 405
    queue(client)
    assert (fresh(comment).state, fresh(comment).claimed_by) == (State.PENDING, None)


def test_nonsense_decides_nothing(client, article, mona):
    comment = a_comment(article)
    for action in ("", "undo", "overturn", "withdraw", "erase"):
        assert decide_on(client, comment, action).status_code == 422
    assert decide_on(client, comment, "approve", revision="x").status_code == 422
    assert decide_on(client, comment, "redact", span="0-9999999").status_code == 422
    assert decide_on(client, comment, "redact").status_code == 422
    a_finding(comment)
    assert fresh(comment).state == State.PENDING
