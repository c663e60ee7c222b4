"""Readers vote, report and are erased while moderators decide: nobody waits for ever, and no number is wrong after."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from comments.models import Comment, Conversation, Decision, HelpfulVote, Report, Sanction
from comments.models.comment import State
from comments.rules.appealing import open_appeal
from comments.rules.authoring import rewrite, withdraw
from comments.rules.claiming import claim
from comments.rules.commenters import set_memorial
from comments.rules.deciding import ConflictError, NotAllowedError, decide
from comments.rules.opening import set_conversation
from comments.rules.places import ParentError
from comments.rules.posting import PlaceError, SanctionError, post
from comments.rules.reporting import Reporter, ReportRefusedError, report
from comments.rules.sanctions_imposing import impose
from comments.rules.voting import VoteRefusedError, vote
from consent.addresses import parse_address
from consent.models import ConsentEntry
from consent.rules.confirming import confirm, refuse
from consent.rules.erasing import erase
from portal.ledger.proof import prove
from tests.comments.racing import link_of, person
from tests.conversing import a_comment, a_commenter, a_moderator, a_submission, an_unconfirmed_comment, seen
from tests.racing import at_once, failures

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
Action = Decision.Action
REFUSALS = (
    ConflictError,
    NotAllowedError,
    ParentError,
    PlaceError,
    ReportRefusedError,
    SanctionError,
    VoteRefusedError,
)


@pytest.fixture(autouse=True)
def _own_journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    yield
    for ledger in (Decision, ConsentEntry):
        assert prove(ledger).fault is None


def published(article, number):
    return [a_comment(article, state=State.PUBLISHED, address=person(f"{number}-{each}")) for each in range(4)]


def test_somebody_who_voted_is_erased_while_moderators_decide_on_what_they_voted_for(article):
    moderators = [a_moderator(f"moderator{each}") for each in range(4)]
    for number in range(3):
        voter = a_commenter(article, address=person(f"voter{number}"))
        comments = published(article, number)
        for comment in comments:
            vote(comment.pk, voter)
        answers = at_once(
            lambda: erase(parse_address(person(f"voter{number}")), method="link"),  # noqa: B023
            *[
                lambda it=it, by=by: decide(it.pk, Action.REMOVE, by=by, seen=seen(it), rule_code="kind")
                for it, by in zip(reversed(comments), moderators, strict=True)
            ],
        )
        assert failures(answers) == []
        assert not HelpfulVote.objects.exists()
        assert set(Comment.objects.values_list("helpful_count", flat=True)) == {0}


def test_a_vote_that_comes_while_its_voter_is_erased_is_not_counted(article):
    for number in range(3):
        voter = a_commenter(article, address=person(f"voter{number}"))
        comments = published(article, number)
        vote(comments[0].pk, voter)
        answers = at_once(
            lambda: erase(parse_address(person(f"voter{number}")), method="link"),  # noqa: B023
            *[lambda it=it: vote(it.pk, voter) for it in comments],  # noqa: B023
        )
        assert [each for each in failures(answers) if not isinstance(each, VoteRefusedError)] == []
        assert not HelpfulVote.objects.exists()
        assert set(Comment.objects.values_list("helpful_count", flat=True)) == {0}


def a_busy_hour(article, number):
    """Whatever people and staff do, on the same few comments."""
    site, desk = article.get_site(), [a_moderator(f"moderator{each}") for each in range(8)]
    lead = a_moderator("lead")
    lead.groups.add(Group.objects.get(name="Lead moderators"))
    voter = a_commenter(article, address=person(f"voter{number}"))
    shown, waiting = published(article, number), a_comment(article, address=person(f"waiting{number}"))
    rejected = a_comment(article, state=State.REJECTED, address=person(f"rejected{number}"))
    vote(shown[1].pk, voter)
    links = [link_of(an_unconfirmed_comment(article, address=person(f"new{number}-{each}"))) for each in range(2)]
    forms = [
        a_submission(article, by=shown[0].commenter),
        *[a_submission(article, parent_id=it.pk, address=person(f"{number}-a-{it.pk}")) for it in shown],
    ]
    return [
        *[lambda form=form: post(form, site) for form in forms],
        *[lambda by=by: claim(by) for by in desk],
        *[lambda by=by: decide(waiting.pk, Action.APPROVE, by=by, seen=seen(waiting)) for by in desk],
        *[lambda it=it: decide(it.pk, Action.REMOVE, by=desk[0], seen=seen(it), rule_code="kind") for it in shown[1:3]],
        *[lambda it=it: vote(it.pk, voter) for it in shown],
        *[
            lambda it=it: report(it.pk, category=Report.Category.DANGER, words="", reporter=Reporter(f"network{it.pk}"))
            for it in shown
        ],
        lambda: confirm(links[0]),
        lambda: refuse(links[1]),
        lambda: erase(parse_address(person(f"voter{number}")), method="link"),
        lambda: erase(parse_address(person(f"{number}-3")), method="link"),
        lambda: rewrite(shown[1].pk, "Other words.", revision=1),
        lambda: withdraw(shown[2].pk),
        lambda: open_appeal(rejected.pk, "Please look again."),
        lambda: set_memorial(shown[2].commenter_id, is_memorial=True, by=lead),
        lambda: impose(
            shown[0].commenter_id, Sanction.Kind.BANNED, rule_code="kind", reason="Unkind.", days=None, by=lead
        ),
        lambda: set_conversation(article.pk, state=Conversation.State.CLOSED, closes_after_days=None, by=lead),
    ]


def test_nobody_waits_for_ever_in_a_busy_hour(article):
    for number in range(2):
        answers = at_once(*a_busy_hour(article, number))
        assert [each for each in failures(answers) if not isinstance(each, REFUSALS)] == []
        hidden = Comment.objects.exclude(state=State.PUBLISHED)
        assert set(hidden.values_list("html", flat=True)) == {""}
        Conversation.objects.update(state=Conversation.State.OPEN)
