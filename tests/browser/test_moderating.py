"""The moderators' queue in a real browser: a queue of thirty by keyboard alone, without keys, without script, and
axe.
"""

import contextlib
import time

import pytest
from django.db import OperationalError
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from comments.models import Comment, Decision
from comments.models.comment import State
from comments.rules.claiming import claim
from comments.rules.deciding import decide
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import violations
from tests.comments.desk.conftest import a_finding, a_reported_comment
from tests.conversing import a_comment, a_moderator, fresh, seen

expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = "Write to me at anna@example.net, please. <b>It</b> was 🙂 hard."


@pytest.fixture
def mona(article):
    """Mona, who moderates."""
    return a_moderator()


@pytest.fixture
def as_mona(chromium, live_server, client, mona):
    """``as_mona(PHONE)``: a tab in which Mona is signed in. All of them must have stayed silent in the end."""
    pages, errors = [], []

    def _as_mona(size=DESKTOP, **options):
        client.force_login(mona)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context = chromium.new_context(base_url=live_server.url, viewport=size, **options)
        context.add_cookies([cookie])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        pages.append(page)
        return page

    yield _as_mona
    for page in pages:
        page.context.close()
    assert errors == []


def open_queue(page):
    page.goto(reverse("conversation:queue"))


def current(page):
    return page.locator("[data-card]:not([hidden])")


def settled(comment, state):
    """Waits until a comment has a state. The database of the test is shared with the server, which may just write."""
    for _turn in range(200):
        with contextlib.suppress(OperationalError):
            if fresh(comment).state == state:
                return True
        time.sleep(0.05)
    return False


def test_a_queue_of_thirty_is_worked_by_keyboard_alone(as_mona, article, mona):
    comments = [a_comment(article, address=f"p{number}@example.org", text=TEXT) for number in range(30)]
    for comment in comments:
        a_finding(comment, 15, 31, category="personal-data", reason="An address")
    page = as_mona()
    open_queue(page)
    requests = []
    page.on("request", lambda request: requests.append(request.url) if "/decide/" in request.url else None)
    page.keyboard.press("n")
    expect(page.locator("[data-card]")).to_have_count(5)
    keys = [("a",), ("x", "2"), ("r",), ("c",), ("m",)]
    for number in range(30):
        name = current(page).get_attribute("id")
        for key in keys[number % 5]:
            page.keyboard.press(key)
        expect(page.locator(f"#{name}")).to_have_count(0)
        if number < 29:
            expect(current(page)).to_have_count(1)
    expect(page.get_by_role("button", name="Take the next 5")).to_be_visible()  # what was escalated is for others
    assert settled(comments[-1], State.SPAM)
    page.wait_for_timeout(500)  # while the browser tells of its last requests
    states = [fresh(comment).state for comment in comments]
    in_turn = [State.PUBLISHED, State.REJECTED, State.PUBLISHED, State.ESCALATED, State.SPAM]
    assert states == in_turn * 6
    assert len(requests) == 30
    assert Comment.objects.filter(comment__contains="Write to me at […], please").count() == 6
    assert set(Decision.objects.filter(action="reject").values_list("rule_code", flat=True)) == {"kind"}


def test_leafing_skipping_asking_and_undoing_by_keys(as_mona, article, mona):
    comments = [a_comment(article, address=f"p{number}@example.org") for number in range(5)]
    claim(mona)
    page = as_mona()
    open_queue(page)
    first, second, third = (f"card-{comment.pk}" for comment in comments[:3])
    expect(current(page)).to_have_id(first)
    page.keyboard.press("j")
    expect(current(page)).to_have_id(second)
    page.keyboard.press("k")
    expect(current(page)).to_have_id(first)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    assert settled(comments[0], State.PENDING), "no key decides behind the help"
    page.keyboard.press("e")
    page.keyboard.press("1")
    page.keyboard.type("A few words, aacx.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Changes asked for: Anna")).to_be_visible()
    assert fresh(comments[0]).decision_notes.get().to_author == "A few words, aacx."
    page.keyboard.press("u")
    expect(current(page)).to_have_id(first)
    assert settled(comments[0], State.PENDING)
    page.keyboard.press("a")
    expect(page.get_by_text("Approved: Anna")).to_be_visible()
    page.keyboard.press("s")
    expect(current(page)).to_have_id(third)
    assert settled(comments[0], State.PUBLISHED)


def test_marked_words_are_taken_out_where_they_were_marked(as_mona, article, mona):
    comment = a_comment(article, text="Hard. 🙂 Hard.\n\nVery hard.")
    claim(mona)
    page = as_mona()
    open_queue(page)
    page.evaluate(
        """() => {
          const node = document.querySelector("[data-words] [data-start]").firstChild;
          const at = node.data.lastIndexOf("Hard");
          getSelection().setBaseAndExtent(node, at, node, at + 4);
        }"""
    )
    page.keyboard.press("r")
    assert settled(comment, State.PUBLISHED)
    assert fresh(comment).comment == "Hard. 🙂 […].\n\nVery hard."


def test_who_is_slower_is_told_and_goes_on(as_mona, article, mona):
    comments = [a_comment(article, address=f"p{number}@example.org") for number in range(5)]
    other = a_moderator("max")
    claim(mona)
    page = as_mona()
    open_queue(page)
    decide(comments[0].pk, "approve", by=other, seen=seen(comments[0]))
    page.keyboard.press("m")
    expect(page.get_by_role("alert")).to_contain_text("max decided meanwhile: Approved")
    expect(current(page)).to_have_id(f"card-{comments[1].pk}")


def test_keys_that_are_switched_off_do_nothing_and_buttons_do(as_mona, article, mona):
    UserProfile.objects.create(user=mona, keyboard_shortcuts=False)
    comment = a_comment(article)
    claim(mona)
    page = as_mona()
    open_queue(page)
    for key in ("a", "m", "c", "?"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert settled(comment, State.PENDING)
    expect(page.locator("[data-key]").first).to_be_hidden()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_text("Approved: Anna")).to_be_visible()
    assert settled(comment, State.PUBLISHED)


def test_without_script_every_step_works(as_mona, article, mona):
    comments = [a_comment(article, address=f"p{number}@example.org", text=TEXT) for number in range(2)]
    page = as_mona(java_script_enabled=False)
    open_queue(page)
    page.get_by_role("button", name="Take the next 5").click()
    page.get_by_label("These words, wherever they stand").first.fill("anna@example.net")
    page.get_by_role("button", name="Take out and approve").first.click()
    expect(page.get_by_text("Approved without some passages: Anna")).to_be_visible()
    assert "anna@" not in fresh(comments[0]).comment
    page.get_by_role("button", name="Undo the last decision").click()
    assert fresh(comments[0]).comment == TEXT
    current(page).get_by_role("button", name="Reject").click()
    expect(page.get_by_text("Choose the rule that it breaks")).to_be_visible()
    current(page).get_by_label("Be kind to everybody here").check()
    current(page).get_by_role("button", name="Reject").click()
    assert settled(comments[0], State.REJECTED)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_desk_is_accessible_and_fits(as_mona, article, mona, settings, size):
    page = as_mona(size)
    open_queue(page)
    assert violations(page) == []
    a_reported_comment(article, address="r@example.org")
    settings.COMMENT_DETECTORS = ["tests.comments.test_flow.Alarming"]
    a_comment(article, address="d@example.org")
    settings.COMMENT_DETECTORS = []
    waits = a_comment(article, text=TEXT)
    a_finding(waits, 6, 20)
    a_finding(waits, 15, 31, category="personal-data")
    claim(mona)
    for comment in Comment.objects.all():
        page.goto(f"{reverse('conversation:queue')}?card={comment.pk}")
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        assert violations(page) == [], comment.state
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.goto(f"{reverse('conversation:many')}?author={waits.commenter.pk}")
    assert violations(page) == []
