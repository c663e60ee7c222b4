"""Whoever confirms, withdraws, changes their words or is erased while something else is done with what they wrote.

Locks are taken in one order: ``comments.rules``. These tests deadlock or lose something without it.
"""

import pytest
from django.db import connection

from comments.models import Comment, Decision
from comments.models.comment import State
from comments.rules.authoring import rewrite, withdraw
from comments.rules.confirming import findings_of
from comments.rules.deciding import ConflictError, decide, text_digest
from comments.rules.posting import SanctionError
from comments.screening.detector import Found
from consent.addresses import parse_address
from consent.models import ConsentEntry, Contact
from consent.rules.confirming import Outcome, confirm, refuse
from consent.rules.erasing import erase
from portal.ledger.proof import prove
from tests.comments.racing import ROUNDS, link_of, person, posting
from tests.conversing import (
    a_comment,
    a_commenter,
    a_moderator,
    a_submission,
    an_unconfirmed_comment,
    fresh,
    seen,
)
from tests.racing import at_once, failures

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
Action = Decision.Action
WRITERS = 96


@pytest.fixture(autouse=True)
def in_order():
    """Both ledgers are proved after every race."""
    yield
    for ledger in (Decision, ConsentEntry):
        assert prove(ledger).fault is None


def test_whoever_withdraws_while_confirming_is_not_published(article):
    for number in range(ROUNDS):
        comment = an_unconfirmed_comment(article, address=person(number))
        link = link_of(comment)
        answers = at_once(lambda: confirm(link).outcome, lambda: withdraw(comment.pk).state)  # noqa: B023
        assert answers == [Outcome.CONFIRMED, State.WITHDRAWN]
        assert fresh(comment).state == State.WITHDRAWN
        assert fresh(comment).commenter


def test_words_that_are_changed_while_confirming_are_those_that_are_judged(article, settings):
    settings.COMMENT_DETECTORS = ["tests.comments.test_races_of_authors.Alarm"]
    for number in range(ROUNDS):
        comment = an_unconfirmed_comment(article, address=person(number), text="What helped me was tea.")
        link = link_of(comment)
        answers = at_once(
            lambda: confirm(link).outcome,  # noqa: B023
            lambda: rewrite(comment.pk, "alarm", revision=1),  # noqa: B023
        )
        assert not failures(answers)
        assert (fresh(comment).comment, fresh(comment).state) == ("alarm", State.ESCALATED)
        assert findings_of(fresh(comment))
        newest = Decision.objects.filter(comment_id=comment.pk).order_by("-number")[0]
        assert newest.text_digest == text_digest("alarm")


def test_not_me_and_withdrawing_and_confirming_others_end_well(article):
    for number in range(ROUNDS):
        comments = [an_unconfirmed_comment(article, address=person(f"{number}-{each}")) for each in range(4)]
        known = a_comment(article, address=person(f"{number}-known"), state=State.PUBLISHED)
        links = [link_of(comment) for comment in comments]
        answers = at_once(
            lambda: refuse(links[0]).outcome,  # noqa: B023
            lambda: withdraw(comments[0].pk),  # noqa: B023
            lambda: confirm(links[1]).outcome,  # noqa: B023
            lambda: confirm(links[2]).outcome,  # noqa: B023
            lambda: erase(parse_address(person(f"{number}-3")), method="link"),  # noqa: B023
            lambda: erase(parse_address(person(f"{number}-known")), method="link"),  # noqa: B023
            posting(a_submission(article, address=person(f"{number}-new"), parent_id=known.pk), article),
        )
        assert [type(failure).__name__ for failure in failures(answers)] in ([], ["ParentError"], ["ConflictError"])
        assert not Comment.objects.filter(pk__in=[comments[0].pk, comments[3].pk]).exists()


def test_whoever_is_erased_while_being_decided_on_is_gone(article):
    for number in range(ROUNDS):
        comment = a_comment(article, address=person(number), text="Something private.")
        decided, erased = at_once(
            lambda: decide(comment.pk, Action.APPROVE, by=a_moderator(), seen=seen(comment)),  # noqa: B023
            lambda: erase(parse_address(person(number)), method="link"),  # noqa: B023
        )
        assert erased is None
        assert isinstance(decided, Decision | ConflictError)
        assert (fresh(comment).state, fresh(comment).html, fresh(comment).comment) == (State.WITHDRAWN, "", "")


def test_whoever_is_erased_while_all_of_theirs_is_decided_on_is_gone(article):
    for number in range(ROUNDS):
        address = person(number)
        comments = [a_comment(article, address=address) for _ in range(4)]
        answers = at_once(
            *[
                lambda each=each: decide(each.pk, Action.APPROVE, by=a_moderator(), seen=seen(each))
                for each in reversed(comments)
            ],
            *[lambda each=each: withdraw(each.pk) for each in reversed(comments)],
            lambda address=address: erase(parse_address(address), method="link"),
        )
        assert all(isinstance(failure, ConflictError) for failure in failures(answers))
    assert set(Comment.objects.values_list("state", "comment", "html")) == {(State.WITHDRAWN, "", "")}


def test_whoever_is_erased_while_commenting_leaves_no_words(article):
    for number in range(ROUNDS):
        by = a_commenter(article, address=person(number))
        forms = [a_submission(article, by=by, text="Something private.") for _ in range(3)]
        answers = at_once(
            *[posting(form, article) for form in forms],
            lambda number=number: erase(parse_address(person(number)), method="link"),
        )
        assert all(isinstance(failure, SanctionError) for failure in failures(answers))
    assert not Comment.objects.exclude(comment="").exists()
    assert not Comment.objects.exclude(commenter=None).exists()
    assert not Contact.objects.exists()


def test_erasing_and_confirming_and_commenting_of_many_never_wait_for_each_other(article):
    for number in range(ROUNDS):
        gone = [person(f"{number}-gone-{each}") for each in range(3)]
        for address in gone:
            a_comment(article, address=address, state=State.PUBLISHED)
        links = [link_of(an_unconfirmed_comment(article, address=person(f"{number}-new-{each}"))) for each in range(3)]
        known = a_commenter(article, address=person(f"{number}-known"))
        forms = [a_submission(article, by=known) for _ in range(3)]
        forms += [a_submission(article, address=person(f"{number}-other-{each}")) for each in range(3)]
        answers = at_once(
            *[lambda address=address: erase(parse_address(address), method="link") for address in gone],
            *[lambda text=text: confirm(text) for text in links],
            *[posting(form, article) for form in forms],
        )
        assert not failures(answers)


class Alarm:
    """A detector that finds a crisis in one word."""

    name, version = "alarm", 1

    def find(self, text, about):
        if text.typed == "alarm":
            yield Found("crisis", 0, 5, "For a test")
