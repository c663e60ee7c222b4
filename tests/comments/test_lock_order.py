"""Whoever comments, confirms, is erased, withdraws or moderates at one moment waits, and for nobody for ever.

The heads of both ledgers are taken last, that of moderation before that of consents.
"""

import pytest
from django.db import connection

from comments.models import Comment, Decision
from comments.models.comment import State
from comments.rules.authoring import withdraw
from comments.rules.deciding import ConflictError
from comments.rules.posting import post
from consent.addresses import parse_address
from consent.models import ConsentEntry, Token
from consent.rules.confirming import confirm
from consent.rules.erasing import erase
from portal.ledger.proof import prove
from tests.comments.telling import decided
from tests.conversing import a_comment, a_commenter, a_submission, an_unconfirmed_comment
from tests.racing import at_once, failures

ROUNDS = 2
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL: SQLite lets one writer begin"),
]


@pytest.fixture(autouse=True)
def _own_journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


def a_round(article, number):
    """Six people, each about to do something else."""
    site, at = article.get_site(), f"-{number}@example.org"
    known = a_commenter(article, address=f"known{at}")
    erased = [a_comment(article, state=State.PUBLISHED, address=f"erased{at}", text=f"{each}.") for each in range(3)]
    waiting, taken_back = a_comment(article, address=f"waiting{at}"), a_comment(article, address=f"back{at}")
    link = Token.issue(Token.Kind.CONFIRM, request=an_unconfirmed_comment(article, address=f"confirming{at}").request)
    submissions = [a_submission(article, by=known), a_submission(article, address=f"new{at}")]
    return [
        lambda: erase(parse_address(f"erased{at}"), method="link"),
        lambda: confirm(link),
        *(lambda each=each: post(each, site) for each in submissions),
        lambda: withdraw(taken_back.pk),
        lambda: decided(waiting, Decision.Action.APPROVE),
        lambda: decided(erased[-1], Decision.Action.REMOVE, rule_code="kind"),
    ]


def test_nobody_waits_for_ever(article):
    for number in range(ROUNDS):
        answers = at_once(*a_round(article, number))
        assert [each for each in failures(answers) if not isinstance(each, ConflictError)] == []
    assert prove(Decision).fault is None
    assert prove(ConsentEntry).fault is None
    assert Comment.objects.filter(state=State.UNCONFIRMED).count() == ROUNDS
