"""The list of all comments, and the page of one: found by words, decided through the rules alone."""

import pytest

from comments.desk.screens import url_of
from comments.models import Decision, DecisionNote
from comments.models.comment import State
from comments.rules.deciding import decide
from tests.consenting import ANNA
from tests.conversing import STEPS_TO, a_comment, a_moderator, an_unconfirmed_comment, fresh, seen

Action = Decision.Action


@pytest.fixture
def moderator(sign_in_as, db):
    return sign_in_as("Moderators")


def listed(client, **query):
    """The comments on the first page of the list, by their ids."""
    return {comment.pk for comment in client.get(url_of("comments_results"), query).context["object_list"]}


def sent(client, comment, action, **values):
    """The answer to the form of the page of one comment."""
    data = {"action": action, "state": comment.state, "revision": comment.revision, "rule_code": "", **values}
    return client.post(url_of("comment", comment.pk), data, follow=True)


def test_comments_of_every_state_are_listed(client, moderator, article):
    comments = [a_comment(article, state=state, address=f"p{n}@example.org") for n, state in enumerate(STEPS_TO)]
    comments.append(an_unconfirmed_comment(article, address="new@example.org"))
    assert listed(client) == {comment.pk for comment in comments}
    for comment in comments:
        assert client.get(url_of("comment", comment.pk)).status_code == 200
        assert listed(client, state=comment.state) == {comment.pk}


def test_words_are_found_in_texts_and_names_whatever_their_capitals(client, moderator, article):
    tea = a_comment(article, text="Drinking Tea helps. ÄRZTE say so.", name="Änne")
    other = a_comment(article, text="I went for a walk.", address="berta@example.org", name="Berta")
    for words in ("tea", "TEA helps", "änne", "Änne tea", "ärzte"):
        assert listed(client, q=words) == {tea.pk}, words
    assert listed(client, q="berta") == {other.pk}
    assert listed(client, q="tea berta") == set()
    assert listed(client, q="%") == set()
    assert listed(client, q=ANNA) == set()


def test_filters_narrow_the_list(client, moderator, desk):
    assert listed(client, category="dosage") == {desk.published.pk}
    assert listed(client, category="link") == set()
    assert listed(client, reported="open") == listed(client, reported="any") == {desk.published.pk}
    assert desk.published.pk not in listed(client, reported="none")
    assert listed(client, language="es") == set()
    assert len(listed(client, site=desk.published.conversation.site_id)) == 3
    assert listed(client, sent_from="2000-01-01", sent_to="2001-01-01") == set()


def test_what_may_be_about_danger_is_not_read_in_a_list(client, moderator, desk):
    body = client.get(url_of("comments")).content.decode()
    assert "go on" not in body
    assert "Somebody may be in danger" in body
    assert "go on" in client.get(url_of("comment", desk.case.comment_id)).content.decode()


def test_the_page_shows_wordings_findings_decisions_and_reports(client, moderator, desk):
    body = client.get(url_of("comment", desk.published.pk)).content.decode()
    assert '<span class="addition">long ' in body
    assert '<span class="deletion">' in body
    for words in ("A dose is named", "<mark>What</mark>", "Changed by its author", "She is not a doctor.", "mona"):
        assert words in body, words


def test_words_that_people_typed_are_escaped(client, moderator, article):
    comment = a_comment(article, text="<script>alert(1)</script> & <b>more</b>", name="<i>Anna</i>")
    for url in (url_of("comments"), url_of("comment", comment.pk), url_of("commenter", comment.commenter_id)):
        body = client.get(url).content.decode()
        assert "<script>alert" not in body
        assert "<i>Anna" not in body
        assert "<b>more" not in body


def test_a_comment_is_taken_down_by_a_rule_put_back_and_escalated(client, moderator, article):
    comment = a_comment(article, state=State.PUBLISHED)
    answer = sent(client, comment, Action.REMOVE)
    assert "Choose the rule" in answer.content.decode()
    assert fresh(comment).state == State.PUBLISHED
    sent(client, comment, Action.REMOVE, rule_code="kind", to_author="Please be kind.", to_colleagues="Third time.")
    decision = Decision.objects.last()
    assert (decision.action, decision.moderator_id, decision.rule_code) == (Action.REMOVE, moderator.pk, "kind")
    assert DecisionNote.objects.get().to_author == "Please be kind."
    sent(client, fresh(comment), Action.RESTORE)
    assert fresh(comment).state == State.PUBLISHED
    sent(client, fresh(comment), Action.ESCALATE)
    assert fresh(comment).state == State.ESCALATED
    body = client.get(url_of("comment", comment.pk)).content.decode()
    assert "Please be kind." in body
    assert "Third time." in body


def test_what_was_typed_stays_when_somebody_else_was_faster(client, moderator, article):
    comment = a_comment(article, state=State.PUBLISHED)
    decide(comment.pk, Action.REMOVE, by=a_moderator("max"), seen=seen(comment), rule_code="kind")
    body = sent(client, comment, Action.REMOVE, rule_code="kind", to_author="My long words.").content.decode()
    assert "max decided meanwhile: Taken down. It is now: Taken down." in body
    assert Decision.objects.filter(action=Action.REMOVE).count() == 1


def test_nothing_but_what_the_screen_offers_is_done(client, moderator, article):
    comment = a_comment(article)
    for action in (Action.APPROVE, Action.REJECT, Action.UNDO, Action.OVERTURN, Action.ERASE, "x", ""):
        sent(client, comment, action, rule_code="kind")
        assert fresh(comment).state == State.PENDING
    sent(client, comment, Action.ESCALATE, revision=2**60)
    sent(client, comment, Action.ESCALATE, revision=7)
    assert fresh(comment).state == State.PENDING


def test_nobody_decides_on_their_own_comment(client, moderator, article):
    comment = a_comment(article, state=State.PUBLISHED)
    moderator.email = ANNA
    moderator.save()
    answer = sent(client, comment, Action.REMOVE, rule_code="kind")
    assert "somebody else decides" in answer.content.decode()
    assert fresh(comment).state == State.PUBLISHED


def test_looking_changes_nothing(client, moderator, desk):
    before = Decision.objects.count()
    client.get(url_of("comment", desk.published.pk), {"action": "remove", "rule_code": "kind"})
    desk.case.refresh_from_db()
    client.get(url_of("crisis_case", desk.case.pk))
    desk.case.refresh_from_db()
    assert (Decision.objects.count(), desk.case.seen_at) == (before, None)
