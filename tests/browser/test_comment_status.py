"""The page of one's comment in a real browser: every stage, by keyboard, without script, on a phone, translated."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from comments.models import Appeal, Comment, ConversationSettings, FollowUp, HelpLine
from comments.models.comment import State
from comments.rules.appealing import open_appeal
from comments.rules.authoring import withdraw
from comments.rules.cases import open_case
from comments.rules.follow_ups import stop_link
from tests.browser.conftest import DESKTOP, Window
from tests.browser.test_accessibility import violations
from tests.browser.test_rights import fits, press
from tests.comments.status.pages import a_link
from tests.comments.telling import tell_at_once
from tests.consent.unchanged import everything
from tests.conversing import (
    COMMENTS,
    FOLLOW_UPS,
    a_comment,
    a_submission,
    an_unconfirmed_comment,
    confirmed,
    fresh,
    open_conversations,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SMALL = {"width": 320, "height": 640}
STAGES = ("unconfirmed", "following", "crisis", "changes", "published", "rejected", "appealed", "withdrawn", "conflict")


@pytest.fixture(autouse=True)
def decided_for_good(monkeypatch):
    """As if the time to undo were over as soon as something is decided."""
    tell_at_once(monkeypatch)


@pytest.fixture
def open_window(chromium, live_server, article):
    """Opens windows on the portal of this test, which must stay silent."""
    windows = []

    def new(size=SMALL, **options):
        context = chromium.new_context(base_url=live_server.url, viewport=size, **options)
        windows.append(Window(context.new_page()))
        return windows[-1]

    yield new
    assert [complaint for window in windows for complaint in window.complaints] == []
    for window in windows:
        window.page.context.close()


def a_follower(article, address) -> Comment:
    """A comment of somebody who wants to hear of others."""
    offer = open_conversations(article.get_site())
    asked = a_submission(article, address=address).who
    who = type(asked)(asked.address, offer, (COMMENTS, FOLLOW_UPS), offer.digest)
    return confirmed(an_unconfirmed_comment(article, who=who))


def a_case(article, address) -> Comment:
    """A comment of somebody who may be in danger."""
    comment = a_comment(article, address=address)
    open_case(comment)
    settings = ConversationSettings.for_site(article.get_site())
    settings.save()
    HelpLine.objects.get_or_create(settings=settings, country="DE", name="Someone who listens", phone="0800 000 0000")
    return comment


def an_appeal(article, address) -> Comment:
    """A rejected comment whose author asked for a second look."""
    comment = a_comment(article, state=State.REJECTED, address=address)
    open_appeal(comment.pk, "You misread me.")
    return comment


def withdrawn(article, address) -> Comment:
    """A comment that its author took back."""
    return withdraw(a_comment(article, address=address).pk)


MAKE = {
    "unconfirmed": lambda article, address: an_unconfirmed_comment(article, address=address),
    "following": a_follower,
    "crisis": a_case,
    "changes": lambda article, address: a_comment(article, state=State.CHANGES, address=address),
    "published": lambda article, address: a_comment(article, state=State.PUBLISHED, address=address),
    "rejected": lambda article, address: a_comment(article, state=State.REJECTED, address=address),
    "appealed": an_appeal,
    "withdrawn": withdrawn,
    "conflict": lambda article, address: a_comment(article, state=State.CHANGES, address=address),
}


def shown(window, article, stage):
    """The page of a comment in a stage of its own."""
    path = a_link(MAKE[stage](article, f"{stage}@example.org"))
    page = window.open(path)
    if stage == "conflict":
        window._expected.add(path)
        Comment.objects.update(revision=5)
        page.get_by_label("Your comment").fill("Typed at my desk.")
        page.get_by_role("button", name="Send it again").click()
        expect(page.get_by_role("alert")).to_be_visible()
    return page


def test_every_stage_is_accessible(open_window, article):
    for stage in STAGES:
        assert violations(shown(open_window(DESKTOP), article, stage)) == [], stage


def test_every_stage_fits_a_small_phone_without_script(open_window, article):
    for stage in STAGES:
        page = shown(open_window(java_script_enabled=False), article, stage)
        assert page.locator("h1").count() == 1
        assert page.locator("html").bounding_box()["width"] <= SMALL["width"], stage
        box = page.locator("main").bounding_box()
        assert box["x"] + box["width"] <= SMALL["width"], stage


def test_a_page_that_is_left_alone_changes_nothing(open_window, article):
    path = a_link(a_comment(article, state=State.REJECTED))
    before = everything()
    page = open_window().open(path)
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(500)
    page.reload()
    assert everything() == before
    assert page.context.cookies() == []


def test_an_appeal_by_keyboard_with_an_error_on_the_way(open_window, article):
    comment = a_comment(article, state=State.REJECTED)
    window, path = open_window(), a_link(comment)
    window._expected.add(path)
    page = window.open(path)
    press(page, "Ask for a second look")
    expect(page.get_by_role("alert")).to_contain_text("Please say why, in a few words.")
    assert violations(page) == []
    assert fits(page)
    page.get_by_label("Why should the decision be changed?").focus()
    page.keyboard.type("You misread me.")
    press(page, "Ask for a second look")
    expect(page.get_by_role("status")).to_contain_text("Somebody who did not decide before will look at it.")
    assert Appeal.objects.get().words == "You misread me."
    page.reload()
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_a_comment_is_sent_again_and_withdrawn_by_keyboard(open_window, article, script):
    comment = a_comment(article, state=State.CHANGES)
    page = open_window(java_script_enabled=script).open(a_link(comment))
    page.get_by_label("Your comment").fill("Kinder words.")
    press(page, "Send it again") if script else page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_role("status")).to_have_text("Sent. A moderator will read it.")
    assert (fresh(comment).state, fresh(comment).comment) == (State.PENDING, "Kinder words.")
    sure = page.get_by_role("button", name="Yes, withdraw it")
    expect(sure).to_be_hidden()  # it is asked once
    page.get_by_text("Withdraw my comment").click()
    sure.click()
    expect(page.get_by_role("status")).to_contain_text("Your comment is withdrawn.")
    assert fresh(comment).state == State.WITHDRAWN


def test_following_is_stopped_from_the_page_and_from_the_letter(open_window, article):
    comment = a_follower(article, "anna@example.org")
    page = open_window(java_script_enabled=False).open(a_link(comment))
    page.get_by_role("button", name="Stop writing to me about new comments here").click()
    assert FollowUp.objects.get().stopped_at
    page.get_by_role("button", name="Write to me about new comments here").click()
    follow_up = FollowUp.objects.get(stopped_at=None)
    page = open_window().open(f"/conversation/follow/{stop_link(follow_up)}/")
    assert violations(page) == []
    assert fits(page)
    press(page, "Stop mail about this conversation")
    expect(page.get_by_role("status")).to_contain_text("Stopped.")
    assert violations(page) == []
    assert not FollowUp.objects.filter(stopped_at=None).exists()


def test_the_page_speaks_the_readers_language(open_window, article):
    comment = a_comment(article, state=State.REJECTED)
    Comment.objects.update(submit_date=timezone.now() - timedelta(days=1))
    page = open_window().open(f"/de{a_link(comment)}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wo Ihr Kommentar steht")
    expect(page.locator("blockquote")).to_have_attribute("lang", "en")
    assert violations(page) == []
