"""Reviewers and editors at one moment, each with a connection of their own: nothing is forked or lost, nobody waits for
ever, and no unapproved word gets a name.
"""

import pytest
from django.db import connection, transaction
from wagtail.models import Page, Revision, Site

from articles.models import ArticlePage, Contribution, ReviewDecision, TopicPage
from articles.review.canonical import digest_of
from articles.review.current import current_review
from articles.review.errors import SigningRefusedError
from articles.review.signing import approve, withdraw
from portal.ledger.proof import prove
from portal.models import HomePage, User
from tests.racing import at_once
from tests.reviewing import a_reviewer, declaration, sign

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
ROUNDS = 6


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def topic():
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", slug="races"))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "testserver", "root_page": home})
    return home.add_child(instance=TopicPage(title="Myeloma", slug="myeloma"))


@pytest.fixture
def write(topic):
    """``write(number)``: an article that was never live, with or without a revision."""

    def make(number, *, revision=True):
        body = [{"type": "text", "value": f"<p>Text {number}.</p>"}]
        page = ArticlePage(title=f"Article {number}", slug=f"a-{number}", body=body, live=False)
        topic.add_child(instance=page)
        if revision:
            page.save_revision()
        return page

    return make


def signing(page, user, shown=None):
    shown = shown or digest_of(reload(page).get_latest_revision_as_object())
    return lambda: approve(page_id=page.pk, shown=shown, user=user, declaration=declaration())


def everything_holds():
    """Whether both ledgers are whole, and every live article says what somebody approved."""
    for ledger in (ReviewDecision, Contribution):
        assert prove(ledger).fault is None
    for page in ArticlePage.objects.live():
        assert current_review(page).is_shown, page
    return True


def test_two_reviewers_approve_the_same_text(write):
    ruth, otto = a_reviewer("ruth"), a_reviewer("otto")
    for number in range(ROUNDS):
        page = write(number)
        answers = at_once(signing(page, ruth), signing(page, otto))
        assert all(isinstance(answer, ReviewDecision) for answer in answers), answers
        assert reload(page).live
    assert ReviewDecision.objects.count() == 2 * ROUNDS
    assert everything_holds()


def test_a_reviewer_approves_while_an_editor_saves(write):
    ruth = a_reviewer()
    editor = User.objects.create_superuser("edith", password="not-used")
    for number in range(ROUNDS):
        page = write(number)

        def save(page=page):
            with transaction.atomic():  # as the editor's view does
                draft = reload(page).get_latest_revision_as_object()
                draft.title = "Not approved"
                return draft.save_revision(user=editor)

        signed, saved = at_once(signing(page, ruth), save)
        assert isinstance(saved, Revision), saved
        assert isinstance(signed, (ReviewDecision, SigningRefusedError)), signed
        assert reload(page).title != "Not approved"
        assert reload(page).get_latest_revision_as_object().title == "Not approved"
        assert reload(page).live is isinstance(signed, ReviewDecision)
    assert everything_holds()


def test_a_reviewer_approves_a_page_without_a_revision_while_an_editor_saves_its_first(write):
    """Both take the page and the ledger of contributions: in the same order, or one would wait for the other."""
    ruth = a_reviewer()
    editor = User.objects.create_superuser("edith", password="not-used")
    for number in range(2 * ROUNDS):
        page = write(number, revision=False)
        shown = digest_of(reload(page))

        def save(page=page):
            with transaction.atomic():
                return reload(page).save_revision(user=editor)

        signed, saved = at_once(signing(page, ruth, shown), save)
        assert isinstance(saved, Revision), saved
        assert isinstance(signed, ReviewDecision), signed
    assert everything_holds()


def test_a_reviewer_approves_while_another_withdraws(write):
    ruth, otto = a_reviewer("ruth"), a_reviewer("otto")
    for number in range(ROUNDS):
        page = write(number)
        sign(page, user=ruth)
        shown = digest_of(reload(page))
        answers = at_once(
            lambda page=page, shown=shown: approve(
                page_id=page.pk, shown=shown, user=otto, declaration=declaration(), draft=False
            ),
            lambda page=page: withdraw(page_id=page.pk, user=ruth, note="A new trial."),
        )
        assert all(isinstance(answer, ReviewDecision) for answer in answers), answers
        last = max(answers, key=lambda decision: decision.number)
        assert current_review(reload(page)).is_shown is last.is_approval
    for ledger in (ReviewDecision, Contribution):
        assert prove(ledger).fault is None


def test_two_withdraw_one_approval(write):
    ruth, otto = a_reviewer("ruth"), a_reviewer("otto")
    page = write(1)
    sign(page, user=ruth)
    tasks = [lambda user=user: withdraw(page_id=page.pk, user=user, note="No.") for user in (ruth, otto)]
    answers = at_once(*tasks)
    assert sorted(type(answer).__name__ for answer in answers) == ["ReviewDecision", "SigningRefusedError"]
    assert not current_review(reload(page)).is_shown


def test_fifty_approvals_at_once(write):
    reviewers = [a_reviewer(f"reviewer-{number}") for number in range(5)]
    pages = [write(number) for number in range(50)]
    answers = at_once(*(signing(page, reviewers[number % 5]) for number, page in enumerate(pages)))
    assert all(isinstance(answer, ReviewDecision) for answer in answers), answers
    assert sorted(answer.number for answer in answers) == list(range(1, 51))
    assert ArticlePage.objects.live().count() == 50
    assert everything_holds()


def test_two_reviewers_and_an_editor_over_one_page(write):
    """Whoever comes first: what is live at the end was approved word for word."""
    ruth, otto = a_reviewer("ruth"), a_reviewer("otto")
    editor = User.objects.create_superuser("edith", password="not-used")
    page = write(1)
    for number in range(ROUNDS):

        def edit(number=number):
            with transaction.atomic():
                draft = reload(page).get_latest_revision_as_object()
                draft.summary = f"Summary {number}."
                return draft.save_revision(user=editor)

        answers = at_once(signing(page, ruth), edit, signing(page, otto))
        expected = (ReviewDecision, Revision, SigningRefusedError)
        assert all(isinstance(answer, expected) for answer in answers), answers
        assert everything_holds()
