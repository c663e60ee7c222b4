"""A second look: once, by somebody who had no part in the first."""

import pytest

from comments.models import Appeal, Decision, DecisionNote, Sanction
from comments.models.comment import State
from comments.rules.appealing import hear, judges_of, may_appeal, open_appeal
from comments.rules.authoring import rewrite, withdraw
from comments.rules.deciding import ConflictError, NotAllowedError, Seen, decide, undo
from portal.ledger.proof import prove
from portal.models import User
from tests.consenting import ANNA
from tests.conversing import STEPS_TO, a_comment, a_moderator, contact_of, fresh, seen

Action, Outcome = Decision.Action, Appeal.Outcome
WORDS = "I wrote about myself alone. Please read it again."
NOTE = "We read it again."


def an_appeal(article, state=State.REJECTED):
    comment = a_comment(article, state=state)
    return open_appeal(comment.pk, WORDS), comment


@pytest.mark.parametrize("state", STEPS_TO)
def test_only_a_rejected_or_removed_comment_has_an_appeal(article, state):
    comment = a_comment(article, state=state)
    if state in (State.REJECTED, State.REMOVED):
        assert may_appeal(comment)
        assert open_appeal(comment.pk, WORDS).decision_number == Decision.objects.last().number
        return
    assert not may_appeal(comment)
    with pytest.raises(NotAllowedError, match="step"):
        open_appeal(comment.pk, WORDS)


def test_there_is_one_appeal_for_each_comment(article):
    appeal, comment = an_appeal(article)
    assert not may_appeal(comment)
    with pytest.raises(NotAllowedError, match="once"):
        open_appeal(comment.pk, WORDS)
    hear(appeal, Outcome.UPHELD, by=a_moderator("max"), note=NOTE, seen=seen(comment))
    with pytest.raises(NotAllowedError, match="once"):
        open_appeal(comment.pk, WORDS)


@pytest.mark.parametrize("words", ["", "  \n ", "x" * 2001])
def test_an_appeal_says_something_and_not_too_much(article, words):
    comment = a_comment(article, state=State.REJECTED)
    with pytest.raises(NotAllowedError, match="words"):
        open_appeal(comment.pk, words)
    assert not Appeal.objects.exists()


@pytest.mark.parametrize("state", [State.REJECTED, State.REMOVED])
def test_overturning_publishes_the_comment_and_upholding_leaves_it(article, state):
    appeal, comment = an_appeal(article, state)
    max_ = a_moderator("max")
    decision = hear(appeal, Outcome.OVERTURNED, by=max_, note=NOTE, seen=seen(comment))
    appeal.refresh_from_db()
    assert (decision.action, decision.from_state, decision.rule_code) == (Action.OVERTURN, state, "kind")
    assert fresh(comment).state == State.PUBLISHED
    assert "What helped me" in fresh(comment).html
    assert (appeal.outcome, appeal.heard_by) == (Outcome.OVERTURNED, max_)
    assert DecisionNote.objects.get(decision_number=decision.number).to_author == NOTE
    other, comment = an_appeal_of_somebody_else(article, state)
    decision = hear(other, Outcome.UPHELD, by=max_, note=NOTE, seen=seen(comment))
    assert (decision.action, decision.to_state) == (Action.UPHOLD, state)
    assert (fresh(comment).state, fresh(comment).html) == (state, "")
    assert prove(Decision).fault is None


def an_appeal_of_somebody_else(article, state):
    comment = a_comment(article, state=state, address="berta@example.org")
    return open_appeal(comment.pk, WORDS), comment


def test_whoever_decided_on_the_comment_before_does_not_hear_the_appeal(article):
    comment = a_comment(article)
    decide(comment.pk, Action.ESCALATE, by=a_moderator("erna"), seen=seen(comment))
    decide(comment.pk, Action.REJECT, by=a_moderator(), seen=seen(fresh(comment)), rule_code="kind")
    appeal, comment = open_appeal(comment.pk, WORDS), fresh(comment)
    for name in ("mona", "erna"):
        with pytest.raises(NotAllowedError, match="decided"):
            hear(appeal, Outcome.UPHELD, by=a_moderator(name), note=NOTE, seen=seen(comment))
    assert hear(appeal, Outcome.UPHELD, by=a_moderator("max"), note=NOTE, seen=seen(comment))


def test_neither_the_author_nor_somebody_without_the_right_hears_it(article):
    appeal, comment = an_appeal(article)
    author = User.objects.create_superuser("anna", email=ANNA)
    for user, code in ((author, "own"), (User.objects.create(username="nobody"), "right")):
        with pytest.raises(NotAllowedError, match=code):
            hear(appeal, Outcome.OVERTURNED, by=user, note=NOTE, seen=seen(comment))
    appeal.refresh_from_db()
    assert appeal.outcome == Outcome.OPEN


def test_whoever_banned_a_person_does_not_hear_of_the_comment_that_the_ban_rejected(article):
    a_comment(article)
    contact = contact_of()
    Sanction.objects.create(
        site=article.get_site(), subject=contact.subject, kind=Sanction.Kind.BANNED, imposed_by=a_moderator("bert")
    )
    comment = a_comment(article, text="One more.")
    assert comment.state == State.REJECTED
    appeal = open_appeal(comment.pk, WORDS)
    assert judges_of(comment) == {a_moderator("bert").pk}
    with pytest.raises(NotAllowedError, match="decided"):
        hear(appeal, Outcome.UPHELD, by=a_moderator("bert"), note=NOTE, seen=seen(comment))


def test_an_answer_without_words_or_with_another_outcome_is_refused(article):
    appeal, comment = an_appeal(article)
    for outcome, note, code in ((Outcome.UPHELD, " ", "words"), (Outcome.MOOT, NOTE, "step"), ("x", NOTE, "step")):
        with pytest.raises(NotAllowedError, match=code):
            hear(appeal, outcome, by=a_moderator("max"), note=note, seen=seen(comment))


def test_an_appeal_is_heard_once_and_of_the_wording_that_was_seen(article):
    appeal, comment = an_appeal(article)
    with pytest.raises(ConflictError):
        hear(appeal, Outcome.OVERTURNED, by=a_moderator("max"), note=NOTE, seen=Seen(State.REJECTED, 2))
    hear(appeal, Outcome.UPHELD, by=a_moderator("max"), note=NOTE, seen=seen(comment))
    with pytest.raises(ConflictError) as conflict:
        hear(appeal, Outcome.OVERTURNED, by=a_moderator("moritz"), note=NOTE, seen=seen(comment))
    assert conflict.value.newest.action == Action.UPHOLD


def test_what_its_author_withdrew_or_sent_again_is_not_heard(article):
    appeal, comment = an_appeal(article)
    rewrite(comment.pk, "Other words.", revision=1)
    with pytest.raises(ConflictError):
        hear(appeal, Outcome.OVERTURNED, by=a_moderator("max"), note=NOTE, seen=seen(comment))
    withdraw(comment.pk)
    appeal.refresh_from_db()
    assert appeal.outcome == Outcome.MOOT
    with pytest.raises(ConflictError):
        hear(appeal, Outcome.OVERTURNED, by=a_moderator("max"), note=NOTE, seen=seen(comment))


def test_an_appeal_against_what_was_put_back_by_undoing_names_the_decision_itself(article):
    comment = a_comment(article, state=State.REMOVED)
    removal = Decision.objects.last().number
    restored = decide(comment.pk, Action.RESTORE, by=a_moderator(), seen=seen(comment))
    undo(restored.number, by=a_moderator())
    assert open_appeal(comment.pk, WORDS).decision_number == removal


@pytest.mark.parametrize("outcome", [Outcome.UPHELD, Outcome.OVERTURNED])
def test_an_appeal_whose_hearing_was_undone_is_open_again_for_anybody_who_may_hear_it(article, outcome):
    appeal, comment = an_appeal(article)
    max_ = a_moderator("max")
    undo(hear(appeal, outcome, by=max_, note=NOTE, seen=seen(comment)).number, by=max_)
    appeal.refresh_from_db()
    assert (appeal.outcome, appeal.heard_by, appeal.heard_at) == (Outcome.OPEN, None, None)
    assert fresh(comment).state == State.REJECTED
    assert max_.pk not in judges_of(fresh(comment))
    hear(appeal, Outcome.OVERTURNED, by=max_, note=NOTE, seen=seen(fresh(comment)))
    appeal.refresh_from_db()
    assert (appeal.outcome, fresh(comment).state) == (Outcome.OVERTURNED, State.PUBLISHED)


def test_a_decision_against_which_somebody_appealed_is_not_undone(article):
    appeal, comment = an_appeal(article)
    with pytest.raises(NotAllowedError, match="late"):
        undo(appeal.decision_number, by=a_moderator())
    assert fresh(comment).state == State.REJECTED
