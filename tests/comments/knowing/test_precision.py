"""Whether a detector was right is told by the decision that followed on the very words that it read."""

from datetime import UTC, timedelta

import pytest
from django.utils import timezone

from comments.knowing.precision import precision
from comments.knowing.spans import last_days
from comments.models import Decision
from comments.models.comment import State
from comments.rules.authoring import rewrite
from comments.rules.deciding import decide, undo
from comments.screening.detector import Found
from tests.conversing import a_comment, a_moderator, fresh, seen

Action = Decision.Action


class Curious:
    """Finds something in every text; a name is no such thing."""

    name, version = "curious", 3

    def find(self, text, about):
        """One finding."""
        if " " in text.typed:
            yield Found("other", 0, 1, "For a test")


@pytest.fixture
def told(article, settings):
    """Right, wrong and open findings of the detector, as a function."""
    settings.COMMENT_DETECTORS = ["tests.comments.knowing.test_precision.Curious"]

    def tell():
        rows = precision(last_days(1, (article.get_site().pk,), UTC))
        return [(row.detector, row.version, row.right, row.wrong, row.open, row.share) for row in rows]

    return tell


def test_a_finding_is_right_where_a_rule_was_cited_and_wrong_where_the_words_were_approved(article, told):
    for number, state in enumerate((State.REJECTED, State.CHANGES, State.SPAM, State.PUBLISHED, State.PENDING)):
        a_comment(article, state=state, address=f"p{number}@example.org")
    assert told() == [("curious", 3, 3, 1, 1, 75)]


def test_the_first_decision_that_stands_counts(article, told):
    comment = a_comment(article)
    wrong = decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(comment))
    undo(wrong.number, by=a_moderator())
    assert told() == [("curious", 3, 0, 0, 1, None)]
    decide(comment.pk, Action.REJECT, by=a_moderator(), seen=seen(fresh(comment)), rule_code="kind")
    assert told() == [("curious", 3, 1, 0, 0, 100)]


def test_words_that_were_changed_before_anybody_decided_are_never_judged(article, told):
    comment = a_comment(article)
    rewrite(comment.pk, "Other words.", revision=1)
    decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(fresh(comment)))
    assert told() == [("curious", 3, 0, 1, 1, 0)]


def test_what_was_found_before_the_span_is_not_counted(article, told):
    comment = a_comment(article)
    comment.findings.update(found_at=timezone.now() - timedelta(days=2))
    assert told() == []
