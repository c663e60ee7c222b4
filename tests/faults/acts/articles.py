"""What is sent about articles, and what staff send."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import PageLogEntry

from articles.models import ArticlePage, CorrectionReport, ReviewDecision, TopicPage
from articles.review.signing import CHECKLIST
from comments.models import Comment, Decision
from tests.conversing import a_comment
from tests.faults.acts.act import Act
from tests.faults.acts.conversation import decided
from tests.faults.browsing import Browser
from tests.faults.world import PASSWORD, World, signed_in
from tests.reviewing import a_reviewer


def report_error(world: World, browser: Browser) -> Act:
    path, message = f"{world.path}report-error/", f"A number is wrong here. {world.address().partition('@')[0]}"
    fields = browser.fields_at(path, "main form[method=post]") | {"message": message}
    happened = lambda: CorrectionReport.objects.filter(message=message).count()  # noqa: E731
    return Act(browser, path, fields, happened)


def _token(browser: Browser, path: str) -> str:
    """The token of a form of the admin."""
    return browser.get(path).soup.select_one("input[name=csrfmiddlewaretoken]")["value"]


def decide(world: World, browser: Browser) -> Act:
    comment = a_comment(world.article, address=world.address())
    browser.cookies |= signed_in(world.staff("Moderators"))
    fields = {
        "csrfmiddlewaretoken": _token(browser, "/admin/conversation/queue/"),
        "action": "approve",
        "state": comment.state,
        "revision": comment.revision,
    }
    path = f"/admin/conversation/queue/{comment.pk}/decide/"
    return Act(browser, path, fields, decided(comment, Decision.Action.APPROVE))


def claim(world: World, browser: Browser) -> Act:
    a_comment(world.article, address=world.address())
    moderator = world.staff("Moderators")
    browser.cookies |= signed_in(moderator)
    fields = {"csrfmiddlewaretoken": _token(browser, "/admin/conversation/queue/")}
    happened = lambda: min(1, Comment.objects.filter(claimed_by=moderator).count())  # noqa: E731
    return Act(browser, "/admin/conversation/queue/claim/", fields, happened)


def approve_review(world: World, browser: Browser) -> Act:
    page = world.draft()
    browser.cookies |= signed_in(a_reviewer(world.address().partition("@")[0]))
    path = f"/admin/reviews/{page.pk}/?text=draft"
    fields = browser.fields_at(path, "[data-review-form]") | {
        "has_none": "on",
        "checklist": list(CHECKLIST),
        "due_on": (timezone.localdate() + timedelta(days=365)).isoformat(),
        "action-approve": "1",
    }

    def happened() -> int:
        approvals = ReviewDecision.objects.filter(page_id=page.pk).count()
        assert ArticlePage.objects.get(pk=page.pk).live == bool(approvals)
        return approvals

    return Act(browser, path, fields, happened)


def publish_topic(world: World, browser: Browser) -> Act:
    """The editor's button: a topic under another title goes live."""
    page = world.topic.get_parent().add_child(
        instance=TopicPage(title="Anaemia", slug=world.address().partition("@")[0])
    )
    editor = world.staff("Editors")
    editor.is_superuser = True
    editor.save()
    browser.cookies |= signed_in(editor)
    path = f"/admin/pages/{page.pk}/edit/"
    fields = browser.fields_at(path, "#page-edit-form") | {"title": "Anaemia and fatigue", "action-publish": "1"}

    def happened() -> int:
        published = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count()
        assert (TopicPage.objects.get(pk=page.pk).title == "Anaemia and fatigue") == bool(published)
        return published

    return Act(browser, path, fields, happened, looks_first=True)


def sign_in(world: World, browser: Browser) -> Act:
    user = world.staff("Moderators")
    path = "/admin/login/"
    fields = browser.fields_at(path)
    fields |= {"username": user.username, "password": PASSWORD}
    return Act(browser, path, fields, lambda: 1)
