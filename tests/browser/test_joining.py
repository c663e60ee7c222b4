"""Joining the conversation in a real browser: the whole journey without script, by keyboard, on a small phone; the hint
while writing; what is typed when something goes wrong. axe looks at every step.
"""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from comments.models import Comment
from comments.models.comment import State
from consent.models import Token
from portal.models import StandardPage
from tests.browser.conftest import DESKTOP
from tests.browser.test_accessibility import violations
from tests.conversing import RULES, a_comment, fresh, open_conversations, publish_rules

expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SMALL = {"width": 320, "height": 640}
BERTA = "berta@example.org"
TEXT = "What helped me was to write a list."


@pytest.fixture
def joined(article, community):
    """Everything that joining asks for, and a published comment to answer."""
    for role in ("privacy", "terms"):
        community.root_page.add_child(instance=StandardPage(title=role.title(), slug=role, role=role, body="<p>x</p>"))
    open_conversations(community)
    return a_comment(article, state=State.PUBLISHED)


@pytest.fixture
def open_tab(chromium, live_server, joined):
    """``open_tab(path, script=False)``: a page of the portal, which stays silent and asks no other host."""
    contexts, errors = [], []

    def see(request):
        if urlsplit(request.url).netloc != urlsplit(live_server.url).netloc:
            errors.append(f"asked another host: {request.url}")
        if "berta" in request.url:
            errors.append(f"address in a URL: {request.url}")

    def _open(path, size=DESKTOP, *, script=True, **options):
        context = chromium.new_context(base_url=live_server.url, viewport=size, java_script_enabled=script, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", see)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        return page

    yield _open
    for context in contexts:
        context.close()
    assert errors == []


def look_at(page):
    """What must hold of every step: it fits, one step is the current one, axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert violations(page) == []


def tab_to(page, name, role="button"):
    """Presses Tab until the thing with this name has the focus."""
    wanted = page.get_by_role(role, name=name)
    expect(wanted).to_be_visible()
    for _press in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to “{name}”.")


def walk_by_keyboard(page, *, look=look_at):
    """All steps, with keys alone."""
    expect(page.get_by_role("heading", name="Your privacy")).to_be_visible()
    look(page)
    tab_to(page, "Your e-mail address", "textbox")
    page.keyboard.type(BERTA)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    tab_to(page, "Go on to our rules")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Our rules")).to_be_visible()
    look(page)
    tab_to(page, "I have read the rules and agree", "checkbox")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your words")).to_be_visible()
    look(page)
    tab_to(page, "Your name here", "textbox")
    page.keyboard.type("Berta")
    page.keyboard.press("Tab")
    page.keyboard.type(TEXT)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="This is how it will look")).to_be_visible()
    look(page)
    tab_to(page, "Send my comment")
    page.keyboard.press("Enter")
    page.wait_for_url("**/conversation/status/**")


def fits(page):
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_whole_journey_without_script_by_keyboard_on_a_small_phone(open_tab, article, joined, live_server):
    path = f"/conversation/{article.pk}/join/?reply_to={joined.pk}"
    page = open_tab(path, SMALL, script=False)
    walk_by_keyboard(page, look=fits)
    assert page.context.cookies() == []
    comment = Comment.objects.get(user_name="Berta")
    assert (comment.comment, comment.state, comment.in_reply_to_id) == (TEXT, State.UNCONFIRMED, joined.pk)

    page.goto(f"/conversation/confirm/{Token.issue(Token.Kind.CONFIRM, request=comment.request)}/")
    fits(page)
    tab_to(page, "Confirm: this is my comment")
    page.keyboard.press("Enter")
    page.wait_for_url("**/conversation/status/**")
    assert fresh(comment).state == State.PENDING
    cookie = page.context.cookies()[0]
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == ("conversation", True, "Lax")

    page.goto(path)
    expect(page.get_by_role("heading", name="Your words")).to_be_visible()
    expect(page.get_by_label("Your name here")).to_have_value("Berta")
    tab_to(page, "Not you? Forget me on this device")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your privacy")).to_be_visible()
    assert page.context.cookies() == []


def test_axe_finds_nothing_on_any_step(open_tab, article, joined):
    page = open_tab(f"/conversation/{article.pk}/join/", SMALL)
    page.get_by_role("button", name="Go on to our rules").click()
    expect(page.get_by_role("alert")).to_be_visible()
    look_at(page)
    page.goto(f"/conversation/{article.pk}/join/")
    walk_by_keyboard(page)
    look_at(page)
    comment = Comment.objects.get(user_name="Berta")
    link = f"/conversation/confirm/{Token.issue(Token.Kind.CONFIRM, request=comment.request)}/"
    page.goto(link)
    look_at(page)
    page.get_by_role("button", name="Confirm: this is my comment").click()
    page.wait_for_url("**/conversation/status/**")
    page.goto(link)
    expect(page.get_by_role("heading", name="This link has been used")).to_be_visible()
    look_at(page)
    page.goto(f"/conversation/{article.pk}/join/?reply_to=999999")
    expect(page.get_by_role("alert")).to_contain_text("is no longer shown")
    look_at(page)


def test_errors_lead_to_their_fields_and_the_words_outlive_changed_rules_and_a_closed_conversation(
    open_tab, article, community, joined
):
    page = open_tab(f"/conversation/{article.pk}/join/", SMALL)
    page.get_by_role("button", name="Go on to our rules").click()
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.get_by_label("Your e-mail address")).to_be_focused()
    page.keyboard.type(BERTA)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Go on to our rules").click()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Go on to your words").click()
    page.get_by_label("Your name here").fill("Berta")
    page.get_by_label("Your comment").fill(TEXT)
    publish_rules(community, [*RULES, ("new", "A new rule.")], what_changed="One more rule.")
    page.get_by_role("button", name="Send my comment").click()
    expect(page.get_by_role("heading", name="What has changed since you read them")).to_be_visible()
    look_at(page)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Go on to your words").click()
    expect(page.get_by_label("Your comment")).to_have_value(TEXT)
    joined.conversation.state = "closed"
    joined.conversation.save()
    page.get_by_role("button", name="Send my comment").click()
    expect(page.get_by_role("heading", name="No comments can be added here now")).to_be_visible()
    expect(page.get_by_text(TEXT)).to_be_visible()
    look_at(page)
    assert not Comment.objects.filter(user_name="Berta").exists()


def test_a_quiet_hint_comes_while_somebody_writes_and_nothing_leaves_the_page(open_tab, article, joined):
    page = open_tab(f"/conversation/{article.pk}/join/")
    page.get_by_label("Your e-mail address").fill(BERTA)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Go on to our rules").click()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Go on to your words").click()
    page.wait_for_load_state("networkidle")
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_label("Your comment").fill("You should stop taking it, and you must drink tea.")
    hint = page.locator("#join-hint")
    expect(hint).to_contain_text("When I stopped …")
    expect(hint).to_contain_text("What helped me was …")
    expect(page.get_by_label("Your comment")).to_be_focused()
    look_at(page)
    page.get_by_label("Your comment").fill(TEXT)
    expect(hint).to_be_empty()
    assert requests == []


def test_a_double_click_and_the_back_button_make_one_comment(open_tab, article, joined):
    page = open_tab(f"/conversation/{article.pk}/join/")
    page.get_by_label("Your e-mail address").fill(BERTA)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Go on to our rules").click()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Go on to your words").click()
    page.get_by_label("Your name here").fill("Berta")
    page.get_by_label("Your comment").fill(TEXT)
    page.get_by_role("button", name="Send my comment").dblclick(no_wait_after=True)
    page.wait_for_url("**/conversation/status/**")
    assert Comment.objects.filter(user_name="Berta").count() == 1
