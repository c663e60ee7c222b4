"""The status page: what an author is told in each state, and what nobody is told."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

from comments.models import Comment, CommentLink, Conversation, ConversationSettings, Decision, HelpLine, Sanction
from comments.models.comment import State
from comments.rules.appealing import hear, open_appeal
from comments.rules.authoring import withdraw
from comments.rules.cases import open_case
from comments.rules.deciding import UNDO_WINDOW, undo
from comments.status.waiting import Wait, in_words, usual_wait
from portal.models import CommunitySettings
from tests.comments.status.pages import a_link, press, shown
from tests.comments.telling import decided
from tests.consent.unchanged import everything
from tests.conversing import (
    RULES,
    STEPS_TO,
    a_comment,
    a_moderator,
    an_unconfirmed_comment,
    confirmed,
    fresh,
    publish_rules,
    seen,
)

Action = Decision.Action
HEADINGS = {
    State.UNCONFIRMED: "Look into your inbox",
    State.PENDING: "It waits for a moderator",
    State.ESCALATED: "It waits for a moderator",
    State.CHANGES: "Please change something",
    State.PUBLISHED: "It is on the page",
    State.REJECTED: "It was not published",
    State.SPAM: "It was not published",
    State.REMOVED: "It was taken off the page",
}


@pytest.mark.parametrize("state", HEADINGS)
def test_each_state_is_told_in_plain_words(client, article, state):
    page = shown(client, a_comment(article, state=state))
    assert HEADINGS[state] in page
    assert "What helped me was to write a list." in page
    assert "Escalated" not in page


def test_who_waits_for_others_learns_nothing_of_an_escalation(client, article):
    comment = a_comment(article)
    path = a_link(comment)
    before = client.get(path).content
    decided(comment, Action.ESCALATE)
    assert client.get(path).content == before


def test_the_rule_is_that_of_the_version_its_author_accepted(client, article):
    comment = a_comment(article)
    publish_rules(article.get_site(), [("new", "A new rule."), *((code, f"{rule} Really.") for code, rule in RULES)])
    decided(comment, Action.REJECT, rule_code="kind", to_author="Please don’t write “fool”.")
    page = shown(client, comment)
    assert "It is about rule 2 of our community rules, in version 1" in page
    assert "Be kind to everybody here." in page
    assert "Really." not in page
    assert "Please don’t write “fool”." in page


def test_what_was_undone_is_not_told(client, article):
    comment = a_comment(article)
    decision = decided(comment, Action.REJECT, rule_code="kind", to_author="Never mind.")
    undo(decision.number, by=a_moderator())
    page = shown(client, comment)
    assert HEADINGS[State.PENDING] in page
    assert "Never mind." not in page
    assert "Be kind" not in page


def test_notes_between_colleagues_are_not_shown(client, article):
    comment = a_comment(article)
    decided(comment, Action.ASK, rule_code="kind", to_colleagues="I know her sister.")
    assert "sister" not in shown(client, comment)


def test_an_unconfirmed_comment_tells_not_whether_the_address_is_known(client, article):
    known = a_comment(article, state=State.PUBLISHED)
    same = an_unconfirmed_comment(article)
    other = an_unconfirmed_comment(article, address="berta@example.org")
    Comment.objects.filter(pk__in=[same.pk, other.pk]).update(submit_date=known.submit_date)
    pages = [client.get(a_link(comment)) for comment in (same, other)]
    bodies = [page.content.decode().replace(page.request["PATH_INFO"], "") for page in pages]
    assert bodies[0] == bodies[1]
    assert "example.org" not in bodies[0]


def test_a_comment_under_a_ban_says_so_with_the_reason(client, article):
    first = a_comment(article)
    Sanction.objects.create(
        site=first.commenter.site,
        commenter=first.commenter,
        subject=first.commenter.contact.subject,
        kind=Sanction.Kind.PAUSED,
        reason="Three unkind comments.",
        ends_at=timezone.now() + timedelta(days=2),
    )
    second = confirmed(an_unconfirmed_comment(article))
    page = shown(client, second)
    assert "At present you can’t send comments here." in page
    assert "Three unkind comments." in page
    assert "Ask for a second look" not in page


def test_a_comment_of_somebody_in_danger_stands_beside_help(client, article):
    comment = a_comment(article)
    assert "help-now" not in shown(client, comment)
    open_case(comment)
    settings = ConversationSettings.for_site(article.get_site())
    settings.country = "DE"
    settings.save()
    HelpLine.objects.create(settings=settings, country="DE", name="A help line", phone="0800 0000")
    HelpLine.objects.create(settings=settings, country="DE", language="de", name="Eine andere", phone="0800 0001")
    CommunitySettings.objects.update(emergency_number="112")
    page = shown(client, comment)
    assert "0800 0000" in page
    assert "<strong>112</strong>" in page


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_the_page_changes_nothing(client, article, method):
    path = a_link(a_comment(article, state=State.REJECTED))
    before = everything()
    for address in (path, f"{path}?act=withdraw", f"{path}?done=withdrawn"):
        assert getattr(client, method)(address).status_code == 200
    assert everything() == before


def test_links_that_lead_nowhere_are_answered_alike(client, article):
    comment = a_comment(article)
    expired = a_link(comment)
    CommentLink.objects.update(expires_at=timezone.now())
    gone = a_link(an_unconfirmed_comment(article, address="berta@example.org"))
    Comment.objects.filter(request__isnull=False).delete()
    answers = [client.get(path) for path in (expired, gone, "/conversation/status/forged/")]
    answers += [press(client, path, "withdraw") for path in (expired, gone, "/conversation/status/forged/")]
    assert {answer.status_code for answer in answers} == {410}
    bodies = {answer.content.decode().replace(answer.request["PATH_INFO"], "") for answer in answers}
    assert len(bodies) == 1
    assert fresh(comment).state == State.PENDING


def test_a_link_opens_nothing_in_another_community(client, article, settings):
    settings.ALLOWED_HOSTS = ["*"]
    path = a_link(a_comment(article))
    other = (
        article.get_site()
        .root_page.get_parent()
        .add_child(instance=type(article.get_site().root_page.specific)(title="Migraine", slug="migraine"))
    )
    Site.objects.create(hostname="other.example.org", root_page=other, site_name="Migraine")
    assert client.get(path, headers={"host": "other.example.org"}).status_code == 410
    assert client.get(path).status_code == 200


def test_the_page_is_private_and_sets_no_cookie(client, article):
    for path in (a_link(a_comment(article)), "/conversation/status/forged/"):
        response = client.get(path)
        assert response.headers["Cache-Control"] == "no-store, private"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert not response.cookies


def test_what_somebody_typed_is_escaped(client, article):
    comment = a_comment(article, state=State.REJECTED, text="<script>alert(1)</script>")
    page = shown(client, comment)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_withdrawn_comment_offers_nothing_more(client, article):
    comment = a_comment(article, state=State.PUBLISHED)
    withdraw(comment.pk)
    page = shown(client, comment)
    assert "It is withdrawn" in page
    assert 'method="post"' not in page[page.index("<main") :]


def test_an_article_that_is_gone_is_named_without_a_link(client, article):
    comment = a_comment(article, state=State.PUBLISHED)
    article.unpublish()
    page = shown(client, comment)
    assert "“When myeloma comes back”" in page


def test_the_page_asks_few_queries(client, article, django_assert_max_num_queries):
    for number in range(12):
        a_comment(article, state=State.PUBLISHED, address=f"p{number}@example.org")
    path = a_link(a_comment(article, state=State.REJECTED))
    client.get(path)
    with django_assert_max_num_queries(22):
        client.get(path)


def test_the_usual_wait_is_told_where_enough_was_decided(client, article):
    site = article.get_site()
    comment = a_comment(article)
    assert usual_wait(site.pk) is None
    assert "we can’t tell at the moment" in shown(client, comment)
    for number in range(10):
        a_comment(article, state=State.PUBLISHED, address=f"p{number}@example.org")
    assert usual_wait(site.pk) == Wait(hours=1)
    assert usual_wait(site.pk + 1) is None
    assert "Nine of ten comments are answered within 1 hour." in shown(client, comment)


@pytest.mark.parametrize(
    ("hours", "wait"),
    [(0.2, Wait(hours=1)), (1.5, Wait(hours=2)), (36, Wait(hours=36)), (37, Wait(days=2)), (72, Wait(days=3))],
)
def test_waits_are_rounded_up(hours, wait):
    assert in_words(timedelta(hours=hours)) == wait


def test_every_state_has_a_page():
    assert set(HEADINGS) == {State.UNCONFIRMED, *STEPS_TO}


@pytest.mark.parametrize("action", [Action.REJECT, Action.ASK, Action.SPAM])
def test_a_decision_that_can_still_be_undone_is_not_told(client, article, monkeypatch, action):
    comment = a_comment(article)
    decided(
        comment, action, rule_code="" if action == Action.SPAM else "kind", to_author="A note that may be taken back."
    )
    monkeypatch.setattr("comments.status.told.UNDO_WINDOW", UNDO_WINDOW)
    page = shown(client, comment)
    assert "It waits for a moderator" in page
    assert "A note that may be taken back." not in page
    assert "Be kind to everybody here." not in page
    assert 'value="appeal"' not in page


@pytest.mark.parametrize("state", [State.CHANGES, State.REJECTED])
def test_where_nothing_can_be_said_any_more_the_page_says_so_and_keeps_what_was_typed(client, article, state):
    comment = a_comment(article, state=state)
    Conversation.objects.update(state=Conversation.State.CLOSED)
    page = shown(client, comment)
    assert 'name="text"' not in page
    assert "Nothing can be said under this article" in page
    response = press(client, a_link(comment), "rewrite", text="What I typed too late.", revision=1)
    assert response.status_code == 409
    assert "What I typed too late." in response.content.decode()
    assert "Nothing can be said under this article" in response.content.decode()


def test_whoever_may_be_in_danger_sees_whom_to_call_where_their_words_are_not_taken(client, article):
    comment = a_comment(article, state=State.REJECTED)
    Conversation.objects.update(state=Conversation.State.CLOSED)
    response = press(client, a_link(comment), "rewrite", text="I want to die.", revision=1)
    assert response.status_code == 409
    assert "You are not alone" in response.content.decode()


def test_a_hearing_that_can_still_be_undone_is_not_told(client, article, monkeypatch):
    comment = a_comment(article, state=State.REJECTED)
    appeal = open_appeal(comment.pk, "Please read it again.")
    hear(appeal, "upheld", by=a_moderator("max"), note="A note that may be taken back.", seen=seen(comment))
    assert "and the decision stands" in shown(client, comment)
    monkeypatch.setattr("comments.status.told.UNDO_WINDOW", UNDO_WINDOW)
    page = shown(client, comment)
    assert "It was not published" in page
    assert "You asked for a second look." in page
    assert "and the decision stands" not in page
    assert "A note that may be taken back." not in page
