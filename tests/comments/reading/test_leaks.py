"""Text that is not published is searched for in every public response, after every transition, and never found (M2)."""

import pytest
from django.urls import reverse

from comments.models import Comment
from comments.models.comment import State
from comments.reading.rebuilding import rebuild
from comments.rules.authoring import rewrite, withdraw
from comments.rules.deciding import decide, undo
from consent.addresses import parse_address
from consent.models import ConsentEntry
from consent.rules.erasing import erase
from tests.conversing import STEPS_TO, Action, a_comment, a_moderator, fresh, seen

ZELDA = "zelda@example.org"
NAME, WORD, OTHER = "Zeldaxa", "quokkavine", "xylographa"
SECRETS = (NAME, WORD, "zelda@")
SAME = {"Sec-Fetch-Site": "same-origin"}


def act(action, rule=""):
    """A moderator's decision on a comment as it stands."""
    return lambda comment: decide(comment.pk, action, by=a_moderator(), seen=seen(fresh(comment)), rule_code=rule)


def erased(_comment):
    erase(parse_address(ZELDA), method=ConsentEntry.Method.STAFF)


FROM_PUBLISHED = {
    "taken down": [act(Action.REMOVE, "kind")],
    "spam": [act(Action.SPAM)],
    "spam, then back in the queue": [act(Action.SPAM), act(Action.RELEASE)],
    "escalated": [act(Action.ESCALATE)],
    "escalated, then rejected": [act(Action.ESCALATE), act(Action.REJECT, "kind")],
    "withdrawn": [lambda comment: withdraw(comment.pk)],
    "erased": [erased],
    "taken down, put back, withdrawn": [
        act(Action.REMOVE, "kind"), act(Action.RESTORE), lambda comment: withdraw(comment.pk),
    ],
    "taken down, then erased": [act(Action.REMOVE, "kind"), erased],
    "put back, which was undone": [
        act(Action.REMOVE, "kind"),
        lambda comment: undo(act(Action.RESTORE)(comment).number, by=a_moderator()),
    ],
    "changed by its author": [lambda comment: rewrite(comment.pk, f"{WORD} again", revision=1)],
}  # fmt: skip


@pytest.fixture
def responses(client, article, sign_in_as, settings):
    """``responses(comment)``: every public answer that could hold something of a comment, by its address."""

    def found(comment):
        page = reverse("conversation", args=[article.pk])
        addresses = ["/", "/multiple-myeloma/", "/multiple-myeloma/relapse/", page, f"{page}?order=newest"]
        addresses += [f"{page}?page=2", "/feed.xml", "/multiple-myeloma/feed.xml", "/sitemap.xml", "/robots.txt"]
        addresses += [f"/search/?q={OTHER}", "/search/?q=relapse", "/multiple-myeloma/relapse/review-history/"]
        addresses += ["/multiple-myeloma/relapse/review.json", "/multiple-myeloma/relapse/report-error/"]
        for pk in (comment.pk, comment.pk + 1, comment.pk + 2):
            own = reverse("conversation_comment", args=[pk])
            addresses += [own, f"{own}report/", f"{own}helpful/"]
        answers = {address: client.get(address, follow=True) for address in addresses}
        own = reverse("conversation_comment", args=[comment.pk])
        for act in ("report/", "helpful/"):
            answers[f"POST {act}"] = client.post(f"{own}{act}", {"words": "x"}, headers=SAME)
        answers["preview"] = article.make_preview_request()
        return {
            name: (answer.rendered_content if hasattr(answer, "rendered_content") else answer.content.decode())
            + repr(answer.headers)
            for name, answer in answers.items()
        }

    return found


def leaks(answers):
    """Where something stands that should not."""
    return [(name, secret) for name, text in answers.items() for secret in SECRETS if secret in text]


def zeldas(article, **values):
    return a_comment(article, text=f"{WORD} {OTHER}", name=NAME, address=ZELDA, **values)


def test_published_words_are_found_so_that_the_search_below_means_something(article, responses):
    comment = zeldas(article, state=State.PUBLISHED)
    answers = responses(comment)
    where = {name for name, secret in leaks(answers) if secret in (NAME, WORD)}
    page, own = f"/conversation/{article.pk}/", f"/conversation/comment/{comment.pk}/"
    assert where >= {"/multiple-myeloma/relapse/", page, f"{page}?order=newest", own, f"{own}report/", "POST report/"}
    assert not [name for name, secret in leaks(answers) if secret == "zelda@"]
    assert WORD in answers["/multiple-myeloma/relapse/"].partition("ld+json")[2].partition("</script>")[0]


@pytest.mark.parametrize("state", [State.UNCONFIRMED, *(state for state in STEPS_TO if state != State.PUBLISHED)])
def test_words_that_are_not_published_are_found_nowhere(article, responses, state):
    comment = zeldas(article, state=state)
    a_comment(article, state=State.PUBLISHED, text="Something else.", address="berta@example.org")
    assert leaks(responses(comment)) == []
    rebuild()
    assert leaks(responses(comment)) == []
    withdraw(comment.pk)
    assert leaks(responses(comment)) == []


@pytest.mark.parametrize("fate", FROM_PUBLISHED)
def test_words_that_were_published_are_gone_with_every_step_and_their_answers_stay(article, responses, fate):
    comment = zeldas(article, state=State.PUBLISHED)
    a_comment(
        article,
        state=State.PUBLISHED,
        text="An answer.",
        address="berta@example.org",
        name="Berta",
        parent_id=comment.pk,
    )
    for step in FROM_PUBLISHED[fate]:
        step(comment)
        if fresh(comment).state == State.PUBLISHED:
            continue
        answers = responses(comment)
        assert leaks(answers) == []
        assert "An answer." in answers["/multiple-myeloma/relapse/"]
        assert "In reply to a comment that is not shown" in answers["/multiple-myeloma/relapse/"]
    assert fresh(comment).state != State.PUBLISHED
    rebuild()
    assert leaks(responses(comment)) == []


def test_an_approval_that_was_undone_shows_nothing(article, responses):
    comment = zeldas(article)
    decision = act(Action.APPROVE)(comment)
    undo(decision.number, by=a_moderator())
    assert leaks(responses(comment)) == []


def test_earlier_words_of_a_comment_are_found_nowhere(article, responses):
    comment = zeldas(article, state=State.PUBLISHED)
    rewrite(comment.pk, "Other words.", revision=1)
    act(Action.APPROVE)(comment)
    answers = responses(comment)
    assert [secret for _name, secret in leaks(answers) if secret == WORD] == []
    assert "Other words." in answers["/multiple-myeloma/relapse/"]
    assert Comment.objects.published().count() == 1
