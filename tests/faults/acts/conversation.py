"""What readers send in the conversation."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from django.utils import timezone

from comments.models import Appeal, Comment, CommentLink, CommentRevision, Decision, HelpfulVote, Report
from comments.models.comment import State
from consent.models import OutgoingMail, Token
from tests.conversing import COMMENTS, a_comment, an_unconfirmed_comment
from tests.faults.acts.act import Act
from tests.faults.browsing import Answer, Browser, fields_of
from tests.faults.world import World, known_commenter

LONG_TEXT = "What helped me was to write a list before each appointment. " * 8


def join_step(world: World, browser: Browser) -> Act:
    """The first step of joining: nothing is kept."""
    path = f"/conversation/{world.article.pk}/join/"
    fields = browser.fields_at(path, "main form[method=post]")
    fields |= {"email": world.address(), "purpose": [COMMENTS], "act": "privacy"}
    return Act(browser, path, fields, lambda: 1, good=(200,))


def send_comment(world: World, browser: Browser, text: str = LONG_TEXT) -> Act:
    """All steps of joining; the last one is what is sent."""
    first = join_step(world, browser)
    rules = browser.post(first.path, first.fields)
    agreed = fields_of_form(rules) | {"agreed": "on", "act": "rules"}
    words = fields_of_form(browser.post(first.path, agreed))
    preview = fields_of_form(browser.post(first.path, words | {"name": "Anna", "text": text, "act": "preview"}))
    fields = preview | {"name": "Anna", "text": text, "act": "send"}
    nonce = fields["ticket"][0].partition(".")[0]

    def happened() -> int:
        found = list(Comment.objects.filter(nonce=nonce))
        for comment in found:
            assert comment.acceptance
            assert CommentRevision.objects.filter(comment=comment).count() == 1
            assert OutgoingMail.objects.filter(request=comment.request_id).count() == 1
        return len(found)

    return Act(browser, first.path, fields, happened)


def fields_of_form(answer: Answer) -> dict[str, Any]:
    """The fields of the form that came back."""
    assert answer.status == 200, answer.words[:500]
    return fields_of(answer.soup.select_one("main form[method=post]"))


def decided(comment: Comment, action: str) -> Callable[[], int]:
    """How often that was decided on a comment."""
    return lambda: Decision.objects.filter(comment_id=comment.pk, action=action).count()


def confirm_comment(world: World, browser: Browser) -> Act:
    comment = an_unconfirmed_comment(world.article, address=world.address())
    token = Token.issue(Token.Kind.CONFIRM, request=comment.request)
    return Act(
        browser, f"/conversation/confirm/{token}/", {"act": "confirm"}, decided(comment, Decision.Action.CONFIRM)
    )


def _status(browser: Browser, comment: Comment, happened: Callable[[], int], **fields: Any) -> Act:
    link = CommentLink.issue(comment.pk)
    return Act(browser, f"/conversation/status/{link}/", fields, happened)


def edit_comment(world: World, browser: Browser) -> Act:
    comment = a_comment(world.article, address=world.address())
    happened = lambda: CommentRevision.objects.filter(comment=comment).count() - 1  # noqa: E731
    return _status(browser, comment, happened, act="rewrite", text="Other words of mine.", revision=comment.revision)


def withdraw_comment(world: World, browser: Browser) -> Act:
    comment = a_comment(world.article, address=world.address())
    return _status(browser, comment, decided(comment, Decision.Action.WITHDRAW), act="withdraw")


def appeal(world: World, browser: Browser) -> Act:
    long_ago = SimpleNamespace(now=lambda: timezone.now() - timedelta(minutes=1))  # nobody can undo it any more
    with patch("portal.models.ledger.timezone", long_ago):
        comment = a_comment(world.article, state=State.REJECTED, address=world.address())
    happened = lambda: Appeal.objects.filter(comment=comment).count()  # noqa: E731
    return _status(browser, comment, happened, act="appeal", words="I meant it kindly.")


def report(world: World, browser: Browser) -> Act:
    comment = a_comment(world.article, state=State.PUBLISHED, address=world.address())
    fields = {"category": Report.Category.values[0], "words": "This is not kind."}
    happened = lambda: Report.objects.filter(comment=comment).count()  # noqa: E731
    return Act(browser, f"/conversation/comment/{comment.pk}/report/", fields, happened)


def helpful(world: World, browser: Browser) -> Act:
    comment = a_comment(world.article, state=State.PUBLISHED, address=world.address())
    reader = a_comment(world.article, address=world.address()).commenter
    browser.cookies |= known_commenter(reader)

    def happened() -> int:
        votes = HelpfulVote.objects.filter(comment=comment).count()
        assert Comment.objects.get(pk=comment.pk).helpful_count == votes
        return votes

    # The same press takes it back: whoever got no answer looks at the number first.
    return Act(browser, f"/conversation/comment/{comment.pk}/helpful/", {}, happened, looks_first=True)
